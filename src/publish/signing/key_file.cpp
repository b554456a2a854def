#include "publish/signing/key_file.hpp"

#include "core/json/cursor.hpp"
#include "core/json/object_writer.hpp"
#include "publish/source/text_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

std::string jwk_of(const SigningKey& key) {
  std::string json;
  json::ObjectWriter object(json, 0);
  object.text("kty", "OKP");
  object.text("crv", "Ed25519");
  object.text("x", key.public_key());
  object.text("d", key.secret_key());
  object.finish();
  return json += '\n';
}

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const auto count = ::write(file, text.data(), text.size());
    if (count < 0 && errno != EINTR)
      return false;
    text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  }
  return ::fsync(file) == 0;
}

std::string last_error() { return std::generic_category().message(errno); }

void warn_of_other_readers(const fs::path& file, Faults& faults) {
  std::error_code error;
  const fs::perms others = fs::perms::group_all | fs::perms::others_all;
  if ((fs::status(file, error).permissions() & others) != fs::perms::none && !error)
    faults.warn({file}, "readable-by-others",
                "holds a secret key, but others may use the file; make it yours alone: chmod 600");
}

} // namespace

void write_key_file(const SigningKey& key, const fs::path& path, Faults& faults) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) {
    if (errno == EEXIST)
      faults.add({path}, "exists", "is there already, and a key that is replaced is lost for ever; name another file");
    else
      faults.add({path}, "unwritable", "cannot be written: " + last_error());
    return;
  }
  if (!write_all(file, jwk_of(key))) {
    faults.add({path}, "unwritable", "cannot be written: " + last_error());
    ::unlink(path.c_str());
  }
  ::close(file);
}

std::optional<SigningKey> read_key_file(const fs::path& path, Faults& faults) {
  const auto text = read_text_file(path, faults);
  if (!text)
    return std::nullopt;
  const auto refuse = [&](const std::string& why) {
    faults.add({path}, "malformed", why + ": it must be a file that \"broadside keygen\" has written");
    return std::nullopt;
  };
  const auto value = json::parse(*text);
  if (!value)
    return refuse("is not JSON");
  json::Reading reading;
  const json::Cursor jwk(*value, reading);
  const auto member = [&](std::string_view name) { return jwk[name].string(json::Presence::required); };
  const std::string type = member("kty");
  const std::string curve = member("crv");
  const std::string d = member("d");
  const std::string x = member("x");
  if (reading.error)
    return refuse("its member " + reading.error->where + ": " + reading.error->message);
  if (type != "OKP" || curve != "Ed25519")
    return refuse("is not a key for Ed25519");
  auto key = SigningKey::of(d, x);
  if (!key)
    return refuse("its members d and x are not a secret key and its public key");
  warn_of_other_readers(path, faults);
  return key;
}

} // namespace broadside::publish
