import Hummingbird
import ArgumentParser
import ServiceLifecycle
import Logging
@main struct Burgerkracht: ParsableCommand {}
