#include "publish/headers/policy.hpp"

#include "pages/style_sheet.hpp"
#include "publish/source/addresses.hpp"

namespace broadside::publish {
namespace {

std::string folder_of(const html::Url& file) { return file.text().substr(0, file.text().rfind('/') + 1); }

// Returns an address as a source of a policy, in which `;` and `,` divide (CSP 3, 2.3.1), and in which nginx takes `$`
// for the beginning of a variable.
std::string source(std::string_view address) {
  std::string text = " ";
  for (const char c : address) {
    if (c == ';')
      text += "%3B";
    else if (c == ',')
      text += "%2C";
    else if (c == '$')
      text += "%24";
    else
      text += c;
  }
  return text;
}

} // namespace

std::string content_security_policy(const Settings& settings, const html::Url* desk) {
  const std::string replies = settings.replies ? source(settings.replies->text()) : "";
  const std::string loader = settings.loader ? source(folder_of(settings.loader->src)) : "";
  const std::string own = desk ? source(desk->text()) : "";
  std::string policy = "default-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  policy.append("; style-src 'self'");
  for (const pages::InlineStyle& style : {pages::text_style(), pages::apart_style()})
    policy.append(" '").append(style.hash).append("'");
  // Pictures may be anywhere on the web.
  policy.append("; img-src *; form-action 'self'").append(replies);
  policy.append("; script-src").append(source(frame_script_address(settings).text())).append(own);
  // The loader fetches the article, its own files and the replies. 'self' holds the desk, too.
  if (settings.loader)
    policy.append(loader).append(" 'wasm-unsafe-eval'; connect-src 'self'").append(loader).append(replies);
  else if (desk)
    policy.append("; connect-src").append(own);
  return policy;
}

} // namespace broadside::publish
