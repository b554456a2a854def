#include "server/api/problem.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace broadside::server::api {

namespace {

using Json = nlohmann::ordered_json;

struct Kind {
  unsigned status;
  std::string_view name;
  std::string_view title;
};

const Kind& kind_of(ProblemType type) {
  static constexpr std::array kinds = {
      Kind{400, "malformed", "The request is malformed"},
      Kind{403, "origin-refused", "Replies are not taken from this page"},
      Kind{403, "replies-closed", "Replies to this article are closed"},
      Kind{404, "not-found", "There is nothing here"},
      Kind{404, "unknown-article", "There is no such article"},
      Kind{404, "unknown-reply", "There is no such reply"},
      Kind{405, "method-not-allowed", "This cannot be done here"},
      Kind{413, "too-large", "The request is too large"},
      Kind{415, "unsupported-media-type", "Replies are not taken in this format"},
      Kind{422, "invalid-reply", "The reply is not valid"},
      Kind{403, "not-changeable", "This reply cannot be changed"},
      Kind{409, "key-taken", "Another reply was kept under this key"},
      Kind{409, "parent-gone", "The reply that is answered is not there any more"},
      Kind{429, "too-many", "Too many replies come from this network"},
      Kind{503, "unavailable", "Replies cannot be read or kept at the moment"},
      Kind{500, "internal", "Something went wrong"},
      Kind{400, "not-http", "The request breaks the rules of HTTP, or passes this server's limits"},
  };
  return kinds[static_cast<std::size_t>(type)];
}

ProblemType type_of(const http::Refusal& refusal) {
  switch (refusal.status) {
  case 413:
    return ProblemType::too_large;
  case 500:
    return ProblemType::internal;
  default:
    return ProblemType::not_http;
  }
}

http::Response respond(const Problem& problem, unsigned status) {
  const Kind& kind = kind_of(problem.type);
  Json body = {{"type", "urn:broadside:" + std::string(kind.name)},
               {"title", kind.title},
               {"status", status},
               {"detail", problem.detail}};
  for (const auto& [field, fault] : problem.fields)
    body["problems"].push_back({{"field", reply::name(field)}, {"code", reply::name(fault)}});

  // The detail may quote what the client sent.
  http::Response response{status,
                          {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}},
                          body.dump(-1, ' ', false, Json::error_handler_t::replace)};
  add_retry_after(problem.type, response);
  return response;
}

} // namespace

Problem problem_of(const replies::Rejection& rejection) {
  using Reason = replies::Rejection::Reason;
  switch (rejection.reason) {
  case Reason::unknown_article:
    return {ProblemType::unknown_article, "This server has no article with that id."};
  case Reason::unreadable_article:
    return {ProblemType::unavailable, "The article's file cannot be read at the moment."};
  case Reason::unknown_cursor:
    return {ProblemType::malformed, "after: must be what an earlier answer gave as next"};
  case Reason::unknown_reply:
    return {ProblemType::unknown_reply, "No reply with that id stands in this thread."};
  case Reason::unknown_change:
    return {
        ProblemType::malformed,
        "since: must be what an earlier answer gave as since. If it is, ask for the first page again: the server has "
        "not come so far, as after an older copy of its database was put back."};
  case Reason::too_many:
    return {ProblemType::too_many, "Many replies came from the client's network within ten minutes. Send it later."};
  case Reason::closed:
    return {ProblemType::replies_closed, "This article takes no replies."};
  case Reason::invalid:
    return {ProblemType::invalid_reply, "Some fields have to be changed: see problems.", rejection.fields};
  case Reason::not_changeable:
    return {ProblemType::not_changeable, "There is no such reply, the token is not its own, or its time is over."};
  case Reason::key_taken:
    return {ProblemType::key_taken, "Send this reply under a key of its own."};
  case Reason::note_too_long:
    return {ProblemType::malformed, "note: must have no more than 1,000 characters"};
  case Reason::parent_gone:
    return {ProblemType::parent_gone, "parent: must be the id of a reply to this article that readers see"};
  case Reason::unavailable:
    break;
  }
  return {ProblemType::unavailable, "The database did not answer as it should. Nothing was kept; try again later."};
}

Problem origin_refused() {
  return {ProblemType::origin_refused, "The page's origin is not one that may send replies."};
}

unsigned status_of(ProblemType type) { return kind_of(type).status; }

http::Response response_of(const Problem& problem) { return respond(problem, status_of(problem.type)); }

http::Response response_of(const http::Refusal& refusal) {
  return respond({type_of(refusal), std::string(refusal.detail)}, refusal.status);
}

void add_retry_after(ProblemType type, http::Response& response) {
  if (type == ProblemType::unavailable)
    response.fields.push_back({"Retry-After", "5"});
  // Half of spam::Rate::window, in which half of the network's replies are forgotten.
  if (type == ProblemType::too_many)
    response.fields.push_back({"Retry-After", "300"});
}

} // namespace broadside::server::api
