#include "core/reply/visible.hpp"

#include "core/markdown/render.hpp"
#include "core/unicode/blank.hpp"

namespace broadside::reply {
namespace {

using html::Element;

/// Writes nothing, and notes whether there was anything visible.
class VisibleContentFinder final : public html::Writer {
public:
  void open(Element element) override { found_ = found_ || element == Element::hr || element == Element::input; }
  void close() override {}
  bool has_found() const { return found_; }

private:
  void write_text(std::string_view text) override { found_ = found_ || !unicode::is_blank(text); }
  void write_attribute(std::string_view /*name*/, std::string_view /*value*/) override {}

  bool found_ = false;
};

} // namespace

bool is_visible(std::string_view text) {
  markdown::Options options;
  options.profile = markdown::Profile::reply;
  VisibleContentFinder finder;
  markdown::render(text, options, finder);
  return finder.has_found();
}

} // namespace broadside::reply
