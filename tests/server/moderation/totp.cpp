#include "server/moderation/totp.hpp"

#include <catch2/catch.hpp>

#include <regex>
#include <string>

using namespace broadside::server::moderation;

namespace {

/// "12345678901234567890", the secret of the RFCs' examples.
constexpr auto secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

} // namespace

TEST_CASE("Codes are those of RFC 4226, appendix D") {
  const char* const codes[] = {"755224", "287082", "359152", "969429", "338314",
                               "254676", "287922", "162583", "399871", "520489"};
  for (int step = 0; step < 10; ++step)
    CHECK(totp_code(secret, step) == codes[step]);
}

TEST_CASE("Codes are those of RFC 6238, appendix B, in six digits") {
  const std::pair<std::int64_t, const char*> codes[] = {{59, "287082"},         {1111111109, "081804"},
                                                        {1111111111, "050471"}, {1234567890, "005924"},
                                                        {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [time, code] : codes) {
    CHECK(totp_code(secret, time / 30) == code);
    CHECK(totp_step_of(code, secret, time) == time / 30);
  }
}

TEST_CASE("A code is good for one step before and after its own") {
  const auto code = totp_code(secret, 100);
  CHECK_FALSE(totp_step_of(code, secret, 98 * 30 + 29));
  CHECK(totp_step_of(code, secret, 99 * 30) == 100);
  CHECK(totp_step_of(code, secret, 100 * 30) == 100);
  CHECK(totp_step_of(code, secret, 101 * 30 + 29) == 100);
  CHECK_FALSE(totp_step_of(code, secret, 102 * 30));
}

TEST_CASE("Nothing but the six digits is a code, and spaces do not count") {
  const auto code = totp_code(secret, 100);
  CHECK(totp_step_of(" " + code.substr(0, 3) + " " + code.substr(3) + " ", secret, 3000));
  for (const auto& other : {std::string(), code.substr(1), code + "0", "a" + code.substr(1), "-" + code})
    CHECK_FALSE(totp_step_of(other, secret, 3000));
}

TEST_CASE("A secret is random, and apps can read its address") {
  const auto one = random_totp_secret();
  CHECK(std::regex_match(one, std::regex("[A-Z2-7]{32}")));
  CHECK(one != random_totp_secret());
  CHECK(totp_address("Ada <L>", secret) ==
        "otpauth://totp/Broadside:Ada%20%3CL%3E?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Broadside");
}
