#pragma once

#include "server/api/paths.hpp"
#include "support/running_server.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::test {

constexpr auto form_type = "application/x-www-form-urlencoded";

inline const std::string sign_in(server::api::path::sign_in);
inline const std::string sign_out(server::api::path::sign_out);
inline const std::string moderation(server::api::path::moderation);
inline const std::string decide(server::api::path::decide);
inline const std::string undo(server::api::path::undo);
inline const std::string close_article(server::api::path::close_article);
inline const std::string report(server::api::path::report);
inline constexpr std::array feed_patterns = {server::api::path::site_atom, server::api::path::site_json_feed,
                                             server::api::path::article_atom, server::api::path::article_json_feed};

/// A request by its path and method as OpenAPI writes them, and its answer.
struct Exchange {
  std::string path, method;
  Answer answer;
};

/// Returns the path of that pattern for an article with that id.
std::string path_for(std::string_view pattern, const std::string& article);

/// Returns the answers to forms that decide about a reply, whose id this is.
std::vector<Exchange> exchanges_of_decisions(const RunningServer&, const std::string& reply);

/// Returns the answers to requests for feeds and counts.
std::vector<Exchange> exchanges_of_feeds(const RunningServer&);

/// Returns the answers to reports of the reply with that id.
std::vector<Exchange> exchanges_of_reports(const RunningServer&, const std::string& reply);

/// Returns the answers that moderators get when they sign in and out.
std::vector<Exchange> exchanges_of_sessions(const RunningServer&);

} // namespace broadside::test
