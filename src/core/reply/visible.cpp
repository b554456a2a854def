#include "core/reply/visible.hpp"

#include "core/markdown/render.hpp"
#include "core/unicode/blank.hpp"

namespace broadside::reply {
namespace {

using html::Element;

/// Writes nothing, and remembers whether there was something to see.
class Witness final : public html::Writer {
public:
  void open(Element element) override { seen_ = seen_ || element == Element::hr || element == Element::input; }
  void close() override {}
  bool has_seen() const { return seen_; }

private:
  void write_text(std::string_view text) override { seen_ = seen_ || !unicode::is_blank(text); }
  void write_attribute(std::string_view /*name*/, std::string_view /*value*/) override {}

  bool seen_ = false;
};

} // namespace

bool is_visible(std::string_view text) {
  markdown::Options options;
  options.profile = markdown::Profile::reply;
  Witness witness;
  markdown::render(text, options, witness);
  return witness.has_seen();
}

} // namespace broadside::reply
