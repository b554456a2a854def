#pragma once

#include "server/moderation/sessions.hpp"
#include "server/moderation/throttle.hpp"
#include "server/store/accounts.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/thread_pool.hpp>
#include <tl/expected.hpp>

#include <atomic>
#include <chrono>
#include <string>

namespace broadside::server::moderation {

/// The fields of somebody who wants to sign in.
struct Attempt {
  std::string name;
  std::string password;
  /// The one-time code, for those who use one.
  std::string code;
  boost::asio::ip::address client;
};

struct NotSignedIn {
  enum class Reason : std::uint8_t {
    wrong,       // there is no such moderator, or the password or the code is wrong; nobody is told which
    too_many,    // of this name, or from this block of addresses
    busy,        // too many others sign in just now
    unavailable, // the database failed
  };
  Reason reason;
  /// The time after which another attempt may succeed.
  std::chrono::seconds wait{0};
};

/// Decides who may sign in. Attempts are judged on a thread of their own, one after the other: each takes 64 MiB and a
/// good part of a second, and none of the threads that answer readers waits for that.
class SignIn {
public:
  struct Parts {
    store::Accounts& accounts;
    Sessions& sessions;
    /// The time by which codes are judged.
    Clock clock;
    Throttle::Clock throttle_clock = std::chrono::steady_clock::now;
  };
  explicit SignIn(Parts);

  /// The result of an attempt: the token of a new session.
  using Result = tl::expected<std::string, NotSignedIn>;

  /// Judges an attempt, and begins a session. It may be called from several threads.
  boost::asio::awaitable<Result> attempt(Attempt);

private:
  boost::asio::awaitable<Result> judge(Attempt);
  Result judged(const Attempt&);
  store::Result<bool> is_right_code(const store::Account&, const std::string& code);

  Parts parts_;
  Throttle throttle_;
  std::atomic<int> waiting_ = 0;
  boost::asio::thread_pool thread_{1};
};

} // namespace broadside::server::moderation
