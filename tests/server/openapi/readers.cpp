#include "openapi/exchanges.hpp"

#include "server/replies/reports.hpp"

using namespace std::string_literals;

namespace broadside::test {

std::string path_for(std::string_view pattern, const std::string& article) {
  std::string path(pattern);
  if (const auto at = path.find("{id}"); at != std::string::npos)
    path.replace(at, 4, article);
  return path;
}

std::vector<Exchange> exchanges_of_feeds(const RunningServer& server) {
  std::vector<Exchange> exchanges;
  for (const std::string_view pattern : feed_patterns) {
    const std::string described(pattern);
    for (const char* article : {"north-korea", "none"}) {
      const auto path = path_for(pattern, article);
      auto answer = server.ask(get(path));
      const auto tag = answer.field("ETag");
      exchanges.push_back({described, "get", std::move(answer)});
      if (!tag.empty())
        exchanges.push_back({described, "get", server.ask(get(path, {{"If-None-Match", tag}}), Expecting::head_only)});
    }
  }
  const std::string counts(server::api::path::counts);
  const std::string script(server::api::path::counts_script);
  exchanges.push_back({counts, "get", server.ask(get(counts))});
  exchanges.push_back({counts, "get", server.ask(get(counts + "?article=a"))});
  exchanges.push_back({script, "get", server.ask(get(script))});
  return exchanges;
}

std::vector<Exchange> exchanges_of_reports(const RunningServer& server, const std::string& reply) {
  const auto path = replies_path + ("/" + reply) + "/report";
  const auto send = [&](const std::string& type, const std::string& body, const Fields& fields = {}) {
    return Exchange{report, "post", server.ask(post(path, type, body, fields))};
  };
  const auto spam = R"({"complaint": "spam"})";
  const auto elsewhere = replies_path + "/none/report"s;
  std::vector<Exchange> exchanges = {
      {report, "get", server.ask(get(path))},
      {report, "get", server.ask(get(elsewhere))},
      {report, "post", server.ask(post(elsewhere, "application/json", spam))},
      send("application/json", spam),
      send("application/json", "{}"),
      send(form_type, "complaint=spam"),
      send(form_type, ""),
      send("text/plain", ""),
      send("application/json", spam, {{"Origin", "https://evil.test"}}),
  };
  for (int i = 0; i <= server::replies::Reports::most_from_network; ++i)
    exchanges.push_back(send("application/json", spam, {{"X-Forwarded-For", "203.0.113.1"}}));
  return exchanges;
}

} // namespace broadside::test
