#pragma once

#include "server/moderation/moderator.hpp"
#include "server/store/accounts.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace broadside::server::moderation {

/// A session ends after this time without a request, and after this time in any case.
constexpr std::chrono::hours longest_rest{12};
constexpr std::chrono::hours longest_session{14 * 24};

/// Returns the time in the form of utc_now().
using Clock = std::function<std::string()>;

struct Session {
  Moderator moderator;
  /// The secret that each form of a page sends back, which a page of another site cannot know.
  std::string csrf;
};

/// The sessions of moderators who have signed in. The token of a session is known to the moderator's browser alone:
/// the database has its fingerprint, from which nobody can make it. Each function may be called from several threads,
/// and blocks.
class Sessions {
public:
  Sessions(store::Accounts& accounts, Clock clock) : accounts_(accounts), clock_(std::move(clock)) {}

  /// Begins a session, and returns its token. Returns nothing if the account is not there any more as it was read.
  store::Result<std::optional<std::string>> start(const store::Account&);

  /// Returns the session with that token, or nothing if there is none, or if it has ended. It counts as used.
  store::Result<std::optional<Session>> find(const std::string& token);

  /// Ends the session, if there is one with that token.
  store::Result<void> end(const std::string& token);

private:
  store::Accounts& accounts_;
  Clock clock_;
};

} // namespace broadside::server::moderation
