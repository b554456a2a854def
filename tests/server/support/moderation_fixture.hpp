#pragma once

#include "server/api/moderation/addresses.hpp"
#include "support/moderators.hpp"
#include "support/running_server.hpp"

#include <nlohmann/json.hpp>

#include <regex>
#include <string>
#include <vector>

namespace broadside::test {

constexpr auto moderation_path = "/moderation";

/// A server that holds all replies, and a moderator who is signed in.
class ModerationFixture {
public:
  explicit ModerationFixture(server::moderation::Role role = server::moderation::Role::moderator)
      : grace(signed_in_as(server, "Grace", role)) {}

  /// Sends a reply, which waits, and returns its id.
  std::string send(const std::string& text, nlohmann::json other = nlohmann::json::object()) const {
    nlohmann::json reply = {{"name", "Ada"}, {"email", "ada@example.com"}, {"text", text}};
    reply.update(other);
    return nlohmann::json::parse(server.ask(post(replies_path, "application/json", reply.dump())).body)["reply"]["id"];
  }

  std::string page(const std::string& query = "") const {
    return server.ask(get(moderation_path + query, grace.fields())).body;
  }

  /// Returns the name and the version of a reply as the page of the state has them.
  std::string target(const std::string& id, const std::string& state = "waiting") const {
    const auto shown = page("?state=" + state);
    std::smatch found;
    return std::regex_search(shown, found, std::regex("name=\"reply\" value=\"(" + id + "~[0-9]+)\"")) ? found[1].str()
                                                                                                       : "";
  }

  Answer send_form(const std::string& path, const std::string& body) const {
    return server.ask(
        post(path, "application/x-www-form-urlencoded", "csrf=" + grace.csrf + body, grace.form_fields()));
  }

  Answer decide(const std::string& action, const std::string& target, const std::string& more = "") const {
    return send_form("/moderation/decide", "&action=" + action + "&reply=" + server::api::encoded(target) + more);
  }

  std::vector<std::string> published() const {
    std::vector<std::string> texts;
    const auto page = nlohmann::json::parse(server.ask(get(replies_path)).body);
    for (const auto& reply : page["replies"])
      texts.push_back(reply["text"]);
    return texts;
  }

  const RunningServer server{[](server::Options& options) { options.policy.hold = server::replies::Hold::everybody; }};
  const ModeratorsBrowser grace;
};

} // namespace broadside::test
