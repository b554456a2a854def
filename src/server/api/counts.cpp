#include "server/api/counts.hpp"

#include "server/api/problem.hpp"
#include "server/api/services.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>

namespace broadside::server::api {

namespace {

/// A list page has no more, and an address with more would pass the limits of requests' heads.
constexpr std::size_t most_articles = 100;

constexpr std::string_view counts_script =
#define EMBEDDED(name, text) text
#include "embedded/counts_script.def"
#undef EMBEDDED
    ;

} // namespace

boost::asio::awaitable<http::Response> answer_counts(Services& services, const Call& call) {
  const auto articles = call.query.all("article");
  if (articles.empty() || articles.size() > most_articles)
    co_return response_of(Problem{ProblemType::malformed, "article: must be given 1 to 100 times"});
  auto counts = nlohmann::ordered_json::object();
  for (const std::string& id : articles) {
    const auto article = services.replies.article(id);
    const auto count =
        article ? services.replies.count(**article, call.query["language"]) : std::optional(std::int64_t{0});
    if (!count)
      co_return response_of(problem_of(replies::Rejection{replies::Rejection::Reason::unavailable}));
    counts[id] = *count;
  }
  co_return http::Response{200,
                           {{"Content-Type", "application/json"}, {"Cache-Control", "max-age=60"}},
                           nlohmann::ordered_json{{"counts", counts}}.dump()};
}

boost::asio::awaitable<http::Response> answer_counts_script(Services&, const Call&) {
  co_return http::Response{200,
                           {{"Content-Type", "text/javascript; charset=utf-8"}, {"Cache-Control", "max-age=3600"}},
                           std::string(counts_script)};
}

} // namespace broadside::server::api
