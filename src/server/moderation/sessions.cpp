#include "server/moderation/sessions.hpp"

#include "server/moderation/secret.hpp"
#include "server/process/clock.hpp"

namespace broadside::server::moderation {

namespace {

/// The use of a session is noted no more often than this, since each note is written to the disk.
constexpr std::chrono::minutes note_interval{1};

constexpr std::string_view csrf_purpose = "broadside csrf";

bool has_ended(const store::Session& session, const std::string& now) {
  return session.expires <= now || session.seen < before(now, longest_rest);
}

} // namespace

store::Result<std::optional<std::string>> Sessions::start(const store::Account& account) {
  const auto token = random_secret();
  const auto now = clock_();
  const store::Session session{.token = fingerprint_of(token),
                               .moderator = account.name,
                               .created = now,
                               .seen = now,
                               .expires = after(now, longest_session)};
  return accounts_.start_session(session, account.password, before(now, longest_rest)).map([&](bool is_started) {
    return is_started ? std::optional(token) : std::nullopt;
  });
}

store::Result<std::optional<Session>> Sessions::find(const std::string& token) {
  if (token.size() != secret_length)
    return std::nullopt;
  const auto fingerprint = fingerprint_of(token);
  const auto found = accounts_.session(fingerprint);
  if (!found)
    return tl::unexpected(found.error());
  const auto now = clock_();
  if (!*found || has_ended(**found, now))
    return std::nullopt;
  const auto role = value_of(role_words, (*found)->role);
  if (!role)
    return std::nullopt;
  // If that cannot be written now, a later request will try again.
  if ((*found)->seen < before(now, note_interval)) [[maybe_unused]]
    const auto noted = accounts_.note_use(fingerprint, now);
  return Session{{(*found)->moderator, *role}, derived_secret(token, csrf_purpose)};
}

store::Result<void> Sessions::end(const std::string& token) { return accounts_.end_session(fingerprint_of(token)); }

} // namespace broadside::server::moderation
