import Synchronization

/// Counts for whoever keeps the installation running: per route (never per address or person), in
/// the text format of Prometheus.
public final class Metrics: Sendable {
    private struct Series: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Counts {
        var requests: [Series: Int] = [:]
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count + 1)
        var seconds = 0.0
        var mails: [String: Int] = [:]
        var mailsWaiting: Int?
    }

    /// Upper bounds in seconds.
    private static let bounds: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]
    private let counts = Mutex(Counts())

    func count(method: String, route: String, status: Int, seconds: Double) {
        counts.withLock { counts in
            counts.requests[Series(method: method, route: route, status: status), default: 0] += 1
            counts.buckets[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
            counts.seconds += seconds
        }
    }

    /// A mail was sent or failed.
    public func countMail(_ outcome: String) { counts.withLock { $0.mails[outcome, default: 0] += 1 } }

    /// How many mails are on their way, as far as the store knows now.
    public func setMailsWaiting(_ count: Int) { counts.withLock { $0.mailsWaiting = count } }

    var text: String {
        counts.withLock { counts in
            var lines = ["# TYPE http_requests_total counter"]
            for (series, count) in counts.requests.sorted(by: {
                ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status)
            }) {
                lines.append(
                    "http_requests_total{method=\"\(series.method)\",route=\"\(series.route)\",status=\"\(series.status)\"} \(count)"
                )
            }
            lines.append("# TYPE http_request_duration_seconds histogram")
            var total = 0
            for (index, bound) in Self.bounds.enumerated() {
                total += counts.buckets[index]
                lines.append("http_request_duration_seconds_bucket{le=\"\(bound)\"} \(total)")
            }
            total += counts.buckets[Self.bounds.count]
            lines.append("http_request_duration_seconds_bucket{le=\"+Inf\"} \(total)")
            lines.append("http_request_duration_seconds_sum \(counts.seconds)")
            lines.append("http_request_duration_seconds_count \(total)")
            lines += Self.mailLines(counts)
            return lines.joined(separator: "\n") + "\n"
        }
    }

    /// Only where mail goes out.
    private static func mailLines(_ counts: Counts) -> [String] {
        guard let waiting = counts.mailsWaiting else { return [] }
        return ["# TYPE mails_waiting gauge", "mails_waiting \(waiting)", "# TYPE mails_total counter"]
            + counts.mails.sorted { $0.key < $1.key }.map { "mails_total{outcome=\"\($0.key)\"} \($0.value)" }
    }
}
