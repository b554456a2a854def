#include "core/article/signature.hpp"
#include "publish/signing/key_file.hpp"
#include "support/loader.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sodium.h>

using namespace broadside;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

std::string decoded(const std::string& base64url) {
  std::string bytes(base64url.size(), '\0');
  std::size_t count = 0;
  const char* end = nullptr;
  REQUIRE(sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), base64url.data(),
                            base64url.size(), nullptr, &count, &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0);
  REQUIRE(end == base64url.data() + base64url.size());
  bytes.resize(count);
  return bytes;
}

const unsigned char* bytes_of(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string hash_of(const std::string& text) {
  std::string hash(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()), bytes_of(text), text.size());
  std::string digits(2 * hash.size() + 1, '\0');
  return sodium_bin2hex(digits.data(), digits.size(), bytes_of(hash), hash.size());
}

struct Jws {
  std::string input, signature;
  Json header, statement;
};

Jws read_signature(const Publisher& publisher, const std::string& id) {
  const std::string jws = Json::parse(publisher.site.read("out/" + id + "/article.sig.json")).at("jws");
  const auto end = jws.rfind('.');
  const auto dot = jws.find('.');
  return {jws.substr(0, end), decoded(jws.substr(end + 1)), Json::parse(decoded(jws.substr(0, dot))),
          Json::parse(decoded(jws.substr(dot + 1, end - dot - 1)))};
}

struct Signer : Publisher {
  Signer() : key(publish::SigningKey::draw()), file(keys.path() / "news.key") {
    write_article("tale/en.md", "title: A Tale\npublished: 2021-03-14\n", "![A map](map.png)\n");
    folder.write("content/tale/map.png", "not really a picture");
    write(file);
    key_file = file;
  }

  void write(const fs::path& path) const {
    publish::Faults faults;
    publish::write_key_file(key, path, faults);
    REQUIRE(!faults.any());
  }

  Folder keys;
  publish::SigningKey key;
  fs::path file;
};

Strings faults_of_key(const std::string& text) {
  const Folder folder;
  folder.write("a.key", text);
  publish::Faults faults;
  CHECK(!publish::read_key_file(folder.path() / "a.key", faults));
  Strings messages;
  for (const Error& error : faults.all())
    messages.push_back(error.code + ": " + error.message);
  return messages;
}

constexpr const char* seed = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
constexpr const char* public_key = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

} // namespace

TEST_CASE("a build with a key signs what it says of an article, and every file that it names") {
  Signer signer;
  REQUIRE(signer.build().empty());
  const Jws jws = read_signature(signer, "tale");
  CHECK(crypto_sign_verify_detached(bytes_of(jws.signature), bytes_of(jws.input), jws.input.size(),
                                    bytes_of(decoded(signer.key.public_key()))) == 0);
  CHECK(jws.header == Json{{"alg", "Ed25519"}, {"typ", "vnd.broadside.article"}, {"kid", signer.key.public_key()}});
  CHECK(jws.statement == Json{{"broadside", 1},
                              {"id", "tale"},
                              {"canonical", "https://news.example/a/tale/en/"},
                              {"modified", "2021-03-14T00:00:00Z"},
                              {"files",
                               {{"tale/article.json", hash_of(signer.site.read("out/tale/article.json"))},
                                {"tale/map.png", hash_of("not really a picture")}}}});
}

TEST_CASE("a signature has the time of the latest change in any language, in UTC") {
  Signer signer;
  signer.write_article("tale/es.md", "title: Un cuento\nmodified: 2021-05-01T23:30:00-02:00\n");
  REQUIRE(signer.build().empty());
  CHECK(read_signature(signer, "tale").statement["modified"] == "2021-05-02T01:30:00Z");
}

TEST_CASE("a signature holds the hash of each translation that has a file of its own") {
  Signer signer;
  signer.write_article("tale/es.md", "title: Un cuento\n", std::string(100'000, 'a') + "\n");
  REQUIRE(signer.build().empty());
  const Json files = read_signature(signer, "tale").statement["files"];
  CHECK(files.size() == 3);
  CHECK(files["tale/es.json"] == hash_of(signer.site.read("out/tale/es.json")));
}

TEST_CASE("a signature names pictures of other articles and with odd names by their address, and no texts") {
  Signer signer;
  signer.write_article("tale/en.md", "title: A Tale\n",
                       "![A](<../other/a \"b\".png>) ![B](../tale/../other/%C3%A9.png) [The other](../other/en.md)\n");
  signer.write_article("other/en.md", "title: Another\n");
  signer.folder.write("content/other/a \"b\".png", "a");
  signer.folder.write("content/other/é.png", "b");
  REQUIRE(signer.build().empty());
  const Json files = read_signature(signer, "tale").statement["files"];
  CHECK(files.size() == 3);
  CHECK(files["other/a%20%22b%22.png"] == hash_of("a"));
  CHECK(files["other/%C3%A9.png"] == hash_of("b"));
}

TEST_CASE("a signature without a date, or with one to come, is a warning") {
  Signer signer;
  signer.write_article("tale/en.md", "title: A Tale\n");
  REQUIRE(signer.build().empty());
  REQUIRE(signer.built.warnings.size() == 1);
  CHECK(signer.built.warnings[0].code == "undated");
  CHECK(!read_signature(signer, "tale").statement.contains("modified"));

  signer.write_article("tale/en.md", "title: A Tale\nmodified: 2062-01-01\n");
  REQUIRE(signer.build().empty());
  REQUIRE(signer.built.warnings.size() == 1);
  CHECK_THAT(signer.built.warnings[0].message, Contains("2062-01-01T00:00:00Z, which is still to come"));
}

TEST_CASE("an article that names more files than a signature can hold is a fault") {
  Signer signer;
  std::string text;
  for (int i = 0; i < 600; ++i) {
    const std::string name = std::to_string(i) + ".png";
    signer.folder.write("content/tale/" + name, name);
    text += "![A](" + name + ")\n";
  }
  signer.write_article("tale/en.md", "title: A Tale\n", text);
  CHECK(signer.build() == Strings{"too-large at content/tale"});
}

TEST_CASE("the tag to paste names the public key while the site is signed, and the site never its file") {
  Signer signer;
  const Folder loader;
  write_loader(loader, "0.1.0-a", "script");
  signer.loader = loader.path();
  REQUIRE(signer.build().empty());
  CHECK_THAT(signer.built.embedding, Contains("article.json\" key=\"" + signer.key.public_key() + "\">\n"));
  for (const std::string& name : signer.site.files())
    if (name.find("/waiting/") == std::string::npos) {
      const std::string text = signer.site.read(name);
      CHECK_THAT(text, !Contains(signer.file.filename().string()));
      CHECK_THAT(text, !Contains(signer.key.secret_key()));
    }

  signer.key_file.reset();
  REQUIRE(signer.build().empty());
  CHECK_THAT(signer.built.embedding, !Contains("key="));
  CHECK(!signer.site.has("out/tale/article.sig.json"));
  REQUIRE(signer.built.warnings.size() == 1);
  CHECK(signer.built.warnings[0].code == "unsigned");
  REQUIRE(signer.build().empty());
  CHECK(signer.built.warnings.empty());
}

TEST_CASE("broadside.yaml may name the key by a path from where it lies, which the command line overrides") {
  Signer signer;
  signer.key_file.reset();
  signer.write(signer.folder.path() / "own.key");
  signer.folder.write("broadside.yaml", signer.folder.read("broadside.yaml") + "sign: own.key\n");
  REQUIRE(signer.build().empty());
  CHECK(signer.site.has("out/tale/article.sig.json"));
  signer.key_file = "missing.key";
  CHECK(signer.build() == Strings{"unreadable at missing.key"});
}

TEST_CASE("a key that would be published is refused") {
  Signer signer;
  signer.key_file = signer.folder.path() / "content/tale/news.key";
  signer.write(*signer.key_file);
  CHECK(signer.build() == Strings{"published-key at content/tale/news.key"});
}

TEST_CASE("a file of the publisher's own in the place of the signature is a fault") {
  Signer signer;
  signer.folder.write("content/tale/article.sig.json", "{}");
  CHECK(signer.build() == Strings{"conflict at content/tale/article.sig.json"});
}

TEST_CASE("a key's file is its owner's alone, and never replaced") {
  const Folder folder;
  const fs::path file = folder.path() / "news.key";
  const auto key = publish::SigningKey::draw();
  publish::Faults faults;
  publish::write_key_file(key, file, faults);
  REQUIRE(!faults.any());
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  const std::string before = folder.read("news.key");

  publish::write_key_file(publish::SigningKey::draw(), file, faults);
  CHECK(faults.all().at(0).code == "exists");
  fs::create_symlink("nowhere.key", folder.path() / "link.key");
  publish::write_key_file(key, folder.path() / "link.key", faults);
  CHECK(faults.all().at(1).code == "exists");
  publish::write_key_file(key, folder.path() / "missing/news.key", faults);
  CHECK(faults.all().at(2).code == "unwritable");
  CHECK(folder.read("news.key") == before);
  CHECK(folder.files() == Strings{"news.key"});

  publish::Faults none;
  CHECK(publish::read_key_file(file, none)->public_key() == key.public_key());
  CHECK(none.warnings().empty());
  fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
  CHECK(publish::read_key_file(file, none));
  CHECK(none.warnings().at(0).code == "readable-by-others");
}

TEST_CASE("a key is that of RFC 8037, and signs as it does there") {
  const auto key = publish::SigningKey::of(seed, public_key);
  REQUIRE(key);
  CHECK(key->sign("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc") ==
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
}

TEST_CASE("a key is refused if its halves do not belong together, or are not written as they must be") {
  const std::string d = seed;
  const std::string x = public_key;
  CHECK(!publish::SigningKey::of(d, "A" + x.substr(1)));
  CHECK(!publish::SigningKey::of(d + "=", x));
  CHECK(!publish::SigningKey::of(d.substr(1), x));
  CHECK(!publish::SigningKey::of(d + "AAAA", x));
  // The last character has two bits that mean nothing.
  CHECK(!publish::SigningKey::of(d.substr(0, 42) + "B", x));
  CHECK(!publish::SigningKey::of(d.substr(0, 42) + "\n", x));
  CHECK(!publish::SigningKey::of(x, d));
}

TEST_CASE("a public key that begins with a zero byte is not used") {
  // SHA-512 of a counter was tried until the public key began so.
  std::string found;
  for (std::uint32_t i = 0; found.empty(); ++i) {
    unsigned char secret[crypto_sign_SECRETKEYBYTES], point[crypto_sign_PUBLICKEYBYTES];
    unsigned char counter[crypto_sign_SEEDBYTES] = {static_cast<unsigned char>(i), static_cast<unsigned char>(i >> 8U)};
    crypto_sign_seed_keypair(point, secret, counter);
    if (point[0] != 0)
      continue;
    const auto text = [](const unsigned char* bytes) {
      char out[64];
      return std::string(sodium_bin2base64(out, sizeof out, bytes, 32, sodium_base64_VARIANT_URLSAFE_NO_PADDING));
    };
    found = text(point);
    CHECK(!publish::SigningKey::of(text(secret), found));
  }
  CHECK(found.starts_with("A"));
}

TEST_CASE("a file that holds no secret key is refused, and what it holds is not repeated") {
  const std::string d = R"("d":")" + std::string(seed) + R"(")";
  const std::string x = R"("x":")" + std::string(public_key) + R"(")";
  const std::string rest = R"({"kty":"OKP","crv":"Ed25519",)";
  for (const std::string& text :
       {std::string(seed), rest + x + "}", rest + d + "}", rest + d + "," + d + "," + x + "}",
        R"({"kty":"EC","crv":"Ed25519",)" + d + "," + x + "}", R"({"kty":"OKP","crv":"X25519",)" + d + "," + x + "}",
        rest + d + R"(,"x":"short"})", std::string("-----BEGIN PRIVATE KEY-----")}) {
    const auto faults = faults_of_key(text);
    REQUIRE(faults.size() == 1);
    CHECK_THAT(faults[0], Contains("malformed: ") && Contains("broadside keygen") && !Contains(seed));
  }
}
