#include "server/api/reply_json.hpp"

#include <nlohmann/json.hpp>

namespace broadside::server::api {

namespace {

using Json = nlohmann::ordered_json;

Json object_of(const reply::Reply& reply) {
  Json object = {{"id", reply.id}, {"place", reply.place}, {"position", text_of(reply.position)}};
  if (reply.position.section > 0)
    object["section"] = reply.position.section;
  object["name"] = reply.name;
  if (!reply.website.empty())
    object["website"] = reply.website;
  object["text"] = reply.text;
  object["created"] = reply.created;
  if (!reply.language.empty())
    object["language"] = reply.language;
  if (reply.state != reply::State::published)
    object["state"] = word_for(reply::state_words, reply.state);
  if (!reply.parent.id.empty())
    object["parent"] = {{"id", reply.parent.id}, {"name", reply.parent.name}};
  if (reply.answers > 0)
    object["answers"] = reply.answers;
  return object;
}

} // namespace

std::string json_of(const replies::Page& page) {
  Json replies = Json::array();
  for (const reply::Reply& reply : page.replies)
    replies.push_back(object_of(reply));
  const Json next = page.next ? Json(*page.next) : Json(nullptr);
  return Json{{"replies", std::move(replies)}, {"count", page.count}, {"next", next}, {"since", page.since}}.dump();
}

std::string json_of(const replies::Changes& changes) {
  Json list = Json::array();
  for (const auto& [reply, is_gone] : changes.changes)
    list.push_back(is_gone ? Json{{"id", reply.id}, {"place", reply.place}, {"gone", true}} : object_of(reply));
  return Json{
      {"changes", std::move(list)}, {"count", changes.count}, {"since", changes.since}, {"more", changes.has_more}}
      .dump();
}

std::string json_of(const replies::Kept& kept, std::optional<std::int64_t> count) {
  Json answer = {{"reply", object_of(kept.reply)}};
  if (count)
    answer["count"] = *count;
  if (!kept.token.empty())
    answer["token"] = kept.token;
  return answer.dump();
}

} // namespace broadside::server::api
