#pragma once

#include "support/running_server.hpp"

#include <string>
#include <vector>

namespace broadside::test {

constexpr auto form_type = "application/x-www-form-urlencoded";

/// A request by its path and method as OpenAPI writes them, and its answer.
struct Exchange {
  std::string path, method;
  Answer answer;
};

/// Returns the answers to forms that decide about a reply, whose id this is.
std::vector<Exchange> exchanges_of_decisions(const RunningServer&, const std::string& reply);

/// Returns the answers to requests for feeds and counts.
std::vector<Exchange> exchanges_of_feeds(const RunningServer&);

/// Returns the answers to reports of the reply with that id.
std::vector<Exchange> exchanges_of_reports(const RunningServer&, const std::string& reply);

/// Returns the answers that moderators get when they sign in and out.
std::vector<Exchange> exchanges_of_sessions(const RunningServer&);

} // namespace broadside::test
