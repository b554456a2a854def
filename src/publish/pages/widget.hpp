#pragma once

#include "core/article/article.hpp"
#include "pages/markup.hpp"
#include "publish/source/settings.hpp"

namespace broadside::publish {

/// Returns the element `broadside-article` with the whole article in it, for a page in a folder beside article.json.
/// `attributes` are those beside `src`, each after a space, and `below` comes after the article.
pages::Markup widget(const article::Article&, const article::Translation&, const Settings&,
                     const pages::Markup& attributes, const pages::Markup& below);

/// Returns the script element of the loader. It is empty if there is no loader.
pages::Markup loader_script(const Settings&);

/// Returns the styles that a page needs to be painted, given its main part.
pages::Markup styles_for(const pages::Markup& main);

/// Returns the link to the publisher that heads each page.
pages::Markup home_link(const article::Publisher&);

} // namespace broadside::publish
