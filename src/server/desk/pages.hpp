#pragma once

#include <string>
#include <string_view>

namespace broadside::server::desk {

// The folder of the desk's own files. No article can have this name, and no file that a build makes.
constexpr std::string_view own_folder = "/.desk/";

// Returns the script of all pages, which waits for changes, reloads the page, and shows what is wrong.
std::string_view script();

// Returns a page of the site with the script in it. `site` names the site that the page is of.
std::string with_script(std::string page, std::string_view site);

// Returns a page for when there is no site yet, or none of its pages has the address.
std::string page_for_no_site();
std::string page_for_no_page();

} // namespace broadside::server::desk
