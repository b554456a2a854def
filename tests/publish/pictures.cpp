#include "core/article/article.hpp"
#include "publish/pictures/size.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace broadside;
using Catch::Matchers::Contains;
using publish::Size;
using publish::size_of;
using Names = std::vector<std::string>;
using std::string_literals::operator""s;

namespace {

std::string big(std::uint32_t value, int length) {
  std::string bytes;
  for (int i = length - 1; i >= 0; --i)
    bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  return bytes;
}

std::string little(std::uint32_t value, int length) {
  const std::string bytes = big(value, length);
  return {bytes.rbegin(), bytes.rend()};
}

std::string png(std::uint32_t width, std::uint32_t height) {
  return "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"s + big(width, 4) + big(height, 4) + "\x08\x06\0\0\0"s;
}

std::string gif(std::uint32_t width, std::uint32_t height) {
  return "GIF89a" + little(width, 2) + little(height, 2) + "\0\0\0"s;
}

std::string segment(char marker, const std::string& content) {
  return "\xFF"s + marker + big(static_cast<std::uint32_t>(content.size() + 2), 2) + content;
}

std::string exif(std::uint32_t orientation, bool is_big) {
  const auto number = is_big ? big : little;
  return "Exif\0\0"s + (is_big ? "MM"s : "II"s) + number(42, 2) + number(8, 4) + number(2, 2) + number(0x0100, 2) +
         number(3, 2) + number(1, 4) + number(9, 2) + "\0\0"s + number(0x0112, 2) + number(3, 2) + number(1, 4) +
         number(orientation, 2) + "\0\0"s;
}

std::string jpeg(std::uint32_t width, std::uint32_t height, const std::string& exif = "") {
  return "\xFF\xD8"s + segment('\xE0', "JFIF\0\x01\x01\0\0\x01\0\x01\0\0"s) +
         (exif.empty() ? "" : segment('\xE1', exif)) + segment('\xC4', std::string(20, 'h')) + "\xFF\xFF"s +
         segment('\xC2', "\x08"s + big(height, 2) + big(width, 2) + "\x03"s);
}

std::string riff(const std::string& chunk) { return "RIFF" + little(100, 4) + "WEBP" + chunk; }
std::string webp_lossy() {
  return riff("VP8 " + little(50, 4) + "\x10\x20\0\x9D\x01\x2A"s + little(0x4000 | 640, 2) + little(0x8000 | 480, 2));
}
std::string webp_lossless() { return riff("VP8L" + little(50, 4) + "\x2F" + little(639U | 479U << 14U, 4)); }
std::string webp_extended() { return riff("VP8X" + little(10, 4) + "\0\0\0\0"s + little(639, 3) + little(479, 3)); }

std::string box(const std::string& name, const std::string& content) {
  return big(static_cast<std::uint32_t>(content.size() + 8), 4) + name + content;
}

std::string ispe(std::uint32_t width, std::uint32_t height) {
  return box("ispe", "\0\0\0\0"s + big(width, 4) + big(height, 4));
}

std::string avif(const std::string& more = "") {
  return box("ftyp", "avif\0\0\0\0mif1"s) +
         box("meta",
             "\0\0\0\0"s + box("hdlr", "pict") + box("iprp", box("ipco", ispe(64, 48) + ispe(640, 480) + more)));
}

std::optional<Size> svg(const std::string& attributes) {
  return size_of("<?xml version='1.0'?>\n<!-- a > b -->\n<!DOCTYPE svg [ <!ENTITY a 'b'> ]>\n<svg " + attributes +
                 "><g/></svg>");
}

const Names pictures = {
    png(640, 480),   gif(640, 480),   jpeg(640, 480), jpeg(480, 640, exif(6, true)),    webp_lossy(),
    webp_lossless(), webp_extended(), avif(),         "<svg width='640' height='480'/>"};

} // namespace

TEST_CASE("a picture's size is read from its first bytes") {
  for (const std::string& picture : pictures) {
    INFO(picture.substr(0, 16));
    CHECK(size_of(picture) == Size{640, 480});
  }
}

TEST_CASE("a picture that is stored on its side has the size in which browsers show it") {
  for (const bool is_big : {false, true})
    for (std::uint32_t orientation = 0; orientation < 10; ++orientation)
      CHECK(size_of(jpeg(640, 480, exif(orientation, is_big))) ==
            (orientation >= 5 && orientation <= 8 ? Size{480, 640} : Size{640, 480}));
  CHECK(size_of(avif(box("irot", "\x01"))) == Size{480, 640});
  CHECK(size_of(avif(box("irot", "\x02"))) == Size{640, 480});
}

TEST_CASE("a drawing has the size that it states, or at least its aspect ratio") {
  CHECK(svg("width='30px' height='20.4'") == Size{30, 20});
  CHECK(svg("WIDTH='1in' height='2.54cm'") == Size{96, 96});
  CHECK(svg("width='72pt' height='25.4mm' viewBox='0 0 1 9'") == Size{96, 96});
  CHECK(svg("viewBox='0 0 3 2'") == Size{2000, 1333});
  CHECK(svg("viewBox='-1,-1 , 30.5 , 61'") == Size{2000, 4000});
  CHECK(svg("width='100%' height='100%' viewBox='0 0 4 1'") == Size{2000, 500});
  CHECK(svg("width='300' viewBox='0 0 3 2'") == Size{300, 200});
  CHECK(svg("height='300' viewBox='0 0 3 2'") == Size{450, 300});
  for (const char* attributes : {"", "width='30'", "width='30' height='2em'", "width='0' height='0'",
                                 "viewBox='0 0 0 1'", "viewBox='0 0 3'", "viewBox='0 0 1e400 1'", "viewBox='0 0 nan 1'",
                                 "width='-3' height='4'", "width='1e9' height='1'", "viewBox='0 0 1 1000'"})
    CHECK(svg(attributes) == std::nullopt);
  CHECK(size_of("\xEF\xBB\xBF\n<svg width='3' height='2'/>") == Size{3, 2});
  CHECK(size_of("<html><svg width='3' height='2'/>") == std::nullopt);
  CHECK(size_of("text <svg width='3' height='2'/>") == std::nullopt);
}

TEST_CASE("a file that is too large, empty or not a picture has no size") {
  CHECK(size_of(png(0, 480)) == std::nullopt);
  CHECK(size_of(png(20001, 480)) == std::nullopt);
  CHECK(size_of(png(0xFFFFFFFF, 0xFFFFFFFF)) == std::nullopt);
  CHECK(size_of("") == std::nullopt);
  CHECK(size_of("%PDF-1.7") == std::nullopt);
  CHECK(publish::read_size("/nowhere") == std::nullopt);
}

TEST_CASE("bytes that are cut off or damaged do no harm") {
  for (const std::string& picture : pictures)
    for (std::size_t length = 0; length < picture.size(); ++length) {
      // The buffer has exactly these bytes, so that the sanitizer sees a read beyond them.
      const std::vector<char> bytes(picture.begin(), picture.begin() + static_cast<std::ptrdiff_t>(length));
      const auto size = size_of({bytes.data(), bytes.size()});
      CHECK((!size || size == Size{640, 480} || size == Size{480, 640}));
    }
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    const std::string& picture = pictures[random() % pictures.size()];
    std::vector<char> bytes(picture.begin(), picture.end());
    for (int i = 0; i < 3; ++i)
      bytes[random() % bytes.size()] = static_cast<char>(random() % 4 == 0 ? 0xFF : random());
    const auto size = size_of({bytes.data(), bytes.size()});
    if (size && (size->width < 1 || size->width > 20000 || size->height < 1 || size->height > 20000))
      FAIL("a size out of bounds");
  }
}

TEST_CASE("pictures whose files are there get width and height") {
  Publisher publisher;
  publisher.folder.write("content/tale/lead.png", png(1200, 675));
  publisher.folder.write("content/tale/a b.png", png(30, 20));
  publisher.folder.write("content/tale/broken.png", "PNG");
  publisher.folder.write("content/other/c.jpg", jpeg(40, 30, exif(8, false)));
  publisher.write_article("other/en.md", "title: O\nhtml: sanitize\nlead:\n  src: ../tale/lead.png\n  width: 600\n",
                          "<img src='c.jpg'> <img src='c.jpg' width='4'>\n");
  publisher.write_article("tale/en.md", "title: T\nlead:\n  src: lead.png\n",
                          "![x](<a b.png>)\n\n![y](../other/c.jpg?1) ![z](broken.png) ![w](https://x.example/w.png)\n");
  REQUIRE(publisher.build() == Names{});
  const auto json = publisher.site.read("out/tale/article.json");
  const auto article = article::parse(json);
  REQUIRE(article);
  CHECK(article->find("en")->lead->width == 1200);
  CHECK(article->find("en")->lead->height == 675);
  REQUIRE(article->picture_sizes.all().size() == 2);
  CHECK(article->picture_sizes.all()[0].src.text() == "https://news.example/a/other/c.jpg?1");
  CHECK(article->picture_sizes.all()[0].width == 30);
  CHECK(article->picture_sizes.all()[1].src.text() == "https://news.example/a/tale/a%20b.png");
  CHECK_THAT(json, Contains(R"("src":"https://news.example/a/tale/a%20b.png","alt":"x","width":"30","height":"20")"));
  CHECK_THAT(publisher.site.read("out/tale/en/index.html"),
             Contains(R"(alt="x" width="30" height="20")") && Contains(R"(width="1200" height="675")"));
  const auto other = publisher.site.read("out/other/en/index.html");
  CHECK_THAT(other, Contains(R"(width="600">)") && Contains(R"(c.jpg" width="30" height="40")") &&
                        Contains(R"(c.jpg" width="4" loading)"));
}
