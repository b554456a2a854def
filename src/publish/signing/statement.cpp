#include "publish/signing/statement.hpp"

#include "core/json/text.hpp"
#include "publish/signing/base64url.hpp"

namespace broadside::publish {
namespace {

// Both JSON texts are written as JSON.stringify does it, which the loader compares.
std::string header_of(const SigningKey& key) {
  return R"({"alg":"Ed25519","typ":"vnd.broadside.article","kid":)" + json::quoted(key.public_key()) + "}";
}

std::string payload_of(const Statement& statement) {
  std::string files;
  for (const auto& [name, hash] : statement.files)
    files += (files.empty() ? "" : ",") + json::quoted(name) + ":" + json::quoted(hash);
  const std::string modified =
      statement.modified.empty() ? "" : R"("modified":)" + json::quoted(statement.modified) + ",";
  return R"({"broadside":)" + std::to_string(Statement::version) + R"(,"id":)" + json::quoted(statement.id) +
         R"(,"canonical":)" + json::quoted(statement.canonical) + "," + modified + R"("files":{)" + files + "}}";
}

} // namespace

std::string jws_of(const Statement& statement, const SigningKey& key) {
  std::string input = base64url(header_of(key)) + "." + base64url(payload_of(statement));
  const std::string signature = key.sign(input);
  return input.append(".").append(signature);
}

} // namespace broadside::publish
