#include "server/moderation/moderator.hpp"
#include "server/moderation/password.hpp"
#include "server/moderation/secret.hpp"
#include "server/process/secret.hpp"

#include <catch2/catch.hpp>

#include <sodium.h>

#include <string>

using namespace broadside::server::moderation;
using namespace std::string_literals;

TEST_CASE("A role may do what those after it may") {
  CHECK(may(Role::owner, Role::owner));
  CHECK(may(Role::owner, Role::reader));
  CHECK(may(Role::moderator, Role::moderator));
  CHECK_FALSE(may(Role::moderator, Role::owner));
  CHECK_FALSE(may(Role::reader, Role::moderator));
}

TEST_CASE("A moderator's name can be seen") {
  for (const auto* name : {"a", "Ada Lovelace", "Ada_1", "Łucja", "山田", "O'Brien <b>"})
    CHECK(is_moderator_name(name));
  for (const auto& name : {""s, " "s, " Ada"s, "Ada "s, "Ada  L"s, "A\nda"s, "A\rda"s, "A\tda"s, "A\0da"s, "A\u202Eda"s,
                           "A\u200Bda"s, "A\u2028da"s, "A\u00A0da"s, "\x1b[31mAda"s,
                           "A\xFF"
                           "da"s}) {
    INFO(name);
    CHECK_FALSE(is_moderator_name(name));
  }
  CHECK(is_moderator_name(std::string(60, 'a')));
  CHECK_FALSE(is_moderator_name(std::string(61, 'a')));
}

TEST_CASE("A password has 10 to 200 characters, whichever they are") {
  CHECK(is_password("aaaaaaaaaa"));
  CHECK_FALSE(is_password("aaaaaaaaa"));
  CHECK_FALSE(is_password("ééééééééé"));
  CHECK(is_password("éééééééééé"));
  CHECK_FALSE(is_password("aaaaaaaaaa\xFF"));
  CHECK(is_password(std::string(200, 'a')));
  CHECK_FALSE(is_password(std::string(201, 'a')));
}

TEST_CASE("A password is tried against its hash") {
  const auto hash = hash_of_password("correct horse battery");
  CHECK(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
  CHECK(is_password_of(hash, "correct horse battery"));
  CHECK_FALSE(is_password_of(hash, "correct horse batterz"));
  CHECK_FALSE(is_password_of("", ""));
}

TEST_CASE("An unknown name costs as much as a known one") {
  // Zero means that the hash is well-formed, and has these very costs.
  CHECK(crypto_pwhash_str_needs_rehash(nobodys_password, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                       crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0);
}

TEST_CASE("Secrets are long, random and fit for cookies") {
  const auto one = random_secret();
  CHECK(one.size() == secret_length);
  CHECK(one.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos);
  const auto other = random_secret();
  CHECK(one != other);
  CHECK(fingerprint_of(one).size() == 64);
  CHECK(fingerprint_of(one) == fingerprint_of(one));
  CHECK(fingerprint_of(one) != fingerprint_of(other));
  CHECK(derived_secret(one, "a") == derived_secret(one, "a"));
  CHECK(derived_secret(one, "a") != derived_secret(one, "b"));
  CHECK(derived_secret(one, "a") != derived_secret(other, "a"));
}

TEST_CASE("Secrets are compared as wholes") {
  CHECK(broadside::server::is_same_secret("abc", "abc"));
  CHECK_FALSE(broadside::server::is_same_secret("abc", "abd"));
  CHECK_FALSE(broadside::server::is_same_secret("abc", "ab"));
  CHECK_FALSE(broadside::server::is_same_secret("abc", ""));
}
