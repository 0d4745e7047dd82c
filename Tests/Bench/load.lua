-- Load for wrk: one request after the other for many residents, so that no two connections wait for
-- the same household. What to send stands in a file with a line per resident.
local requests = {}
local place = 0

function init(args)
  local kind, file = args[1], args[2]
  for line in io.lines(file) do
    local token, plan, step, mark = line:match("(%S+) (%S+) (%S+) (%S+)")
    local headers = { ["Cookie"] = "__Host-bk=" .. token }
    if kind == "page" then
      table.insert(requests, wrk.format("GET", "/plannen/" .. plan, headers))
    elseif kind == "list" then
      table.insert(requests, wrk.format("GET", "/plannen", headers))
    elseif kind == "bare" then
      table.insert(requests, wrk.format("GET", "/hallo", headers))
    end
    if kind == "tick" then
      headers["Content-Type"] = "application/x-www-form-urlencoded"
      local base = "/plannen/" .. plan .. "/stappen/" .. step
      local body = "formulier=" .. mark
      -- Ticked and opened again in turn: each of them changes the step.
      table.insert(requests, { wrk.format("POST", base .. "/afronding", headers, body),
                               wrk.format("POST", base .. "/hervatting", headers, body) })
    end
  end
  round = 1
end

function request()
  place = place + 1
  if place > #requests then
    place = 1
    round = 3 - round
  end
  local next = requests[place]
  if type(next) == "table" then return next[round] end
  return next
end

function done(summary, latency, requests)
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99),
    summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
