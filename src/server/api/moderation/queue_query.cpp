#include "server/api/moderation/queue_query.hpp"

#include "server/api/moderation/addresses.hpp"
#include "server/api/paths.hpp"

namespace broadside::server::api {

namespace {

/// A moderator reads so many replies with some patience, and their forms are a page of some 100 KB.
constexpr int cards_on_page = 20;

constexpr std::string_view reported_word = "reported";

} // namespace

QueueQuery QueueQuery::read(const Parameters& query) {
  return {value_of(reply::state_words, query["state"]).value_or(reply::State::waiting), query["state"] == reported_word,
          query["article"], query["search"], query["after"]};
}

store::QueueRequest QueueQuery::request() const {
  return {.state = state,
          .reported = reported,
          .article = article,
          .search = search,
          .after = after,
          .limit = cards_on_page};
}

std::string_view QueueQuery::word() const { return reported ? reported_word : word_for(reply::state_words, state); }

std::string QueueQuery::path() const {
  std::string address(path::moderation);
  address.append("?state=").append(word());
  for (const auto& [name, value] :
       {std::pair<std::string_view, const std::string&>{"article", article}, {"search", search}, {"after", after}})
    if (!value.empty())
      address.append("&").append(name).append("=").append(encoded(value));
  return address;
}

} // namespace broadside::server::api
