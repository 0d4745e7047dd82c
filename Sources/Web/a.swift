import Domain
import Hummingbird
import Crypto
