import Hummingbird

/// The whole house behind one router.
public func buildRouter(_ house: House) -> Router<HouseContext> {
    let router = Router(context: HouseContext.self)
    if house.settings.hasBareRoute {
        // Before the doorkeeper: what the server itself costs, to measure the house by.
        router.get("/hallo") { _, _ in "hallo" }
    }
    router.add(middleware: Doorkeeper(house: house))
    FrontRoutes(house: house).add(to: router)
    OpeningRoutes(house: house).add(to: router)
    SpokenRoutes(house: house).add(to: router)
    PlanRoutes(house: house).add(to: router)
    TakePartRoutes(house: house).add(to: router)
    GoalRoutes(house: house).add(to: router)
    SheetRoutes(house: house).add(to: router)
    EmergencyRoutes(house: house).add(to: router)
    SafetyRoutes(house: house).add(to: router)
    WayRoutes(house: house).add(to: router)
    LeaveRoutes(house: house).add(to: router)
    TableRoutes(house: house).add(to: router)
    AskRoutes(house: house).add(to: router)
    NetworkRoutes(house: house).add(to: router)
    RepresentingRoutes(house: house).add(to: router)
    ConferenceRoutes(house: house).add(to: router)
    TeamRoutes(house: house).add(to: router)
    MailRoutes(house: house).add(to: router)
    TrustRoutes(house: house).add(to: router)
    APIRoutes(house: house).add(to: router)
    return router
}
