#include "server/moderation/sign_in.hpp"

#include "core/language/date.hpp"
#include "core/unicode/case_folding.hpp"
#include "server/http/network.hpp"
#include "server/moderation/password.hpp"
#include "server/moderation/totp.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <vector>

namespace asio = boost::asio;

namespace broadside::server::moderation {

namespace {

using Reason = NotSignedIn::Reason;

/// The number of attempts that may wait for their turn, some seconds' worth.
constexpr int most_waiting = 8;

constexpr std::chrono::seconds soon{5};

tl::unexpected<NotSignedIn> refused(Reason reason, std::chrono::seconds wait = std::chrono::seconds(0)) {
  return tl::unexpected(NotSignedIn{reason, wait});
}

/// Returns the names under which attempts are counted: that of the moderator, and that of the network.
std::vector<std::string> counted_under(const Attempt& attempt) {
  const auto name = is_moderator_name(attempt.name) ? unicode::fold_case(attempt.name) : "";
  return {"name " + name, "network " + http::network_of(attempt.client)};
}

/// Counts one attempt for as long as it lives.
class Waiting {
public:
  explicit Waiting(std::atomic<int>& count) : count_(count), number_(++count) {}
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;
  ~Waiting() { --count_; }
  int number() const { return number_; }

private:
  std::atomic<int>& count_;
  int number_;
};

} // namespace

SignIn::SignIn(Parts parts) : parts_(std::move(parts)), throttle_(parts_.throttle_clock) {}

asio::awaitable<SignIn::Result> SignIn::attempt(Attempt attempt) {
  const auto names = counted_under(attempt);
  if (const auto wait = throttle_.count(names))
    co_return refused(Reason::too_many, *wait);
  const Waiting waiting(waiting_);
  if (waiting.number() > most_waiting) {
    throttle_.take_back(names);
    co_return refused(Reason::busy, soon);
  }
  auto result = co_await asio::co_spawn(thread_, judge(std::move(attempt)), asio::use_awaitable);
  if (result || result.error().reason != Reason::wrong)
    throttle_.take_back(names);
  co_return result;
}

asio::awaitable<SignIn::Result> SignIn::judge(Attempt attempt) { co_return judged(attempt); }

SignIn::Result SignIn::judged(const Attempt& attempt) {
  const auto found = is_moderator_name(attempt.name) ? parts_.accounts.find(attempt.name)
                                                     : store::Result<std::optional<store::Account>>(std::nullopt);
  if (!found)
    return refused(Reason::unavailable, soon);
  const auto& account = *found;
  const bool is_right = is_password_of(account ? account->password : nobodys_password, attempt.password);
  if (!account || !is_right)
    return refused(Reason::wrong);
  const auto has_right_code = is_right_code(*account, attempt.code);
  if (!has_right_code)
    return refused(Reason::unavailable, soon);
  if (!*has_right_code)
    return refused(Reason::wrong);
  auto token = parts_.sessions.start(*account);
  if (!token)
    return refused(Reason::unavailable, soon);
  if (!*token)
    return refused(Reason::wrong);
  return **std::move(token);
}

/// A right code is used up, so that nobody who has looked over a shoulder can use it again.
store::Result<bool> SignIn::is_right_code(const store::Account& account, const std::string& code) {
  if (account.totp_secret.empty())
    return true;
  const auto now = language::unix_time(*language::parse_date(parts_.clock()));
  const auto step = totp_step_of(code, account.totp_secret, now);
  return step ? parts_.accounts.use_code(account.name, *step) : store::Result<bool>(false);
}

} // namespace broadside::server::moderation
