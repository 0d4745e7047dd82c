import Hummingbird

/// The JSON API: the same actions, under `/api/v1`.
struct APIRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {}
}
