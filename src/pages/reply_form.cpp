#include "pages/reply_form.hpp"

#include "core/language/direction.hpp"

namespace broadside::pages {
namespace {

constexpr Template form =
    R"(<form class="form" method="post" action="{action}" lang="{language}" dir="{direction}" aria-labelledby="reply-form-title">
{fields}
</form>
)";

} // namespace

Markup reply_form(std::string_view action, const language::Messages& messages, const Markup& fields) {
  return Markup::fill(form, {{"action", action},
                             {"language", messages.language()},
                             {"direction", language::name(language::direction(messages.language()))},
                             {"fields", fields}});
}

} // namespace broadside::pages
