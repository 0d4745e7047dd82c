import Hummingbird

/// The JSON API: the same actions as the pages, under `/api/v1`.
struct APIRoutes {
    let house: House

    /// - Returns: the addresses that were added.
    @discardableResult
    func add(to router: Router<HouseContext>) -> [APIRouter.Route] {
        var api = APIRouter(house: house, router: router)
        QuestionAPI.add(to: &api)
        SpokenAPI.add(to: &api)
        SessionAPI.add(to: &api)
        PlanAPI.add(to: &api)
        TakePartAPI.add(to: &api)
        TableAPI.add(to: &api)
        AskAPI.add(to: &api)
        NetworkAPI.add(to: &api)
        RepresentingAPI.add(to: &api)
        ConferenceAPI.add(to: &api)
        GoalAPI.add(to: &api)
        SheetAPI.add(to: &api)
        EmergencyAPI.add(to: &api)
        SafetyAPI.add(to: &api)
        MailAPI.add(to: &api)
        WayAPI.add(to: &api)
        LeaveAPI.add(to: &api)
        TeamAPI.add(to: &api)
        addDocument(to: &api)
        api.close()
        return api.routes
    }

    /// The description of the API, for everybody and from everywhere (`/core/publish-openapi`).
    private func addDocument(to api: inout APIRouter) {
        let document = house.json(OpenAPI.document(contact: house.settings.apiContact))
        api.on(.get, "/openapi.json", isOpen: true) { _ in
            var response = document
            response.headers[.accessControlAllowOrigin] = "*"
            return response
        }
    }
}
