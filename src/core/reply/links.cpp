#include "core/reply/links.hpp"

#include "core/markdown/render.hpp"

namespace broadside::reply {
namespace {

/// Writes nothing, and counts the links that are opened. The footnotes' own links are among the reply's, too few to
/// matter.
class LinkCounter final : public html::Writer {
public:
  void open(html::Element element) override { links_ += element == html::Element::a ? 1 : 0; }
  void close() override {}
  std::size_t links() const { return links_; }

private:
  void write_text(std::string_view /*text*/) override {}
  void write_attribute(std::string_view /*name*/, std::string_view /*value*/) override {}

  std::size_t links_ = 0;
};

} // namespace

std::size_t count_links(std::string_view text) {
  markdown::Options options;
  options.profile = markdown::Profile::reply;
  LinkCounter counter;
  markdown::render(text, options, counter);
  return counter.links();
}

} // namespace broadside::reply
