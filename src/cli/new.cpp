#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "core/moment.hpp"
#include "publish/scaffold.hpp"

#include <ctime>
#include <iostream>
#include <memory>

namespace broadside::cli {
namespace {

using publish::Faults;
using Written = std::vector<std::filesystem::path>;

std::string today() { return day_of(std::time(nullptr)); }

// Reports what was written and what to do next, or the faults; returns the exit status.
int finish_new(const Written& files, const Faults& faults, const std::string& next) {
  for (const Error& error : faults.all())
    report(error);
  for (const Error& warning : faults.warnings())
    warn(warning);
  if (faults.any())
    return 1;
  for (const auto& file : files)
    std::cout << file.string() << "\n";
  std::cerr << next << "\n";
  return 0;
}

void add_new_site(CLI::App& command, int& status) {
  const auto site = std::make_shared<publish::NewSite>();
  CLI::App* app = command.add_subcommand("site", "Begin a publisher's folder: broadside.yaml and a first article");
  app->add_option("FOLDER", site->folder, "Folder to make")->required();
  app->add_option("--name", site->name, "Name of the publisher");
  app->add_option("--language", site->language, "Language of the articles, such as en or pt-BR");
  app->callback([site, &status] {
    Faults faults;
    const auto files = write_site(*site, faults);
    status = finish_new(files, faults, "Next: broadside dev " + site->folder.string());
  });
}

void add_new_article(CLI::App& command, int& status) {
  const auto article = std::make_shared<publish::NewArticle>();
  CLI::App* app = command.add_subcommand("article", "Begin an article in the publisher's default language");
  app->add_option("PUBLISHER", article->publisher, "Folder with broadside.yaml")->required();
  app->add_option("ID", article->id, "Name of the article in addresses, such as north-korea")->required();
  app->add_option("--title", article->title, "Headline");
  app->callback([article, &status] {
    Faults faults;
    const auto files = write_article(*article, today(), faults);
    status = finish_new(files, faults, "Next: write the text, and broadside check " + article->publisher.string());
  });
}

void add_new_translation(CLI::App& command, int& status) {
  const auto translation = std::make_shared<publish::NewTranslation>();
  CLI::App* app =
      command.add_subcommand("translation", "Begin a text in another language, as a draft with the original");
  app->add_option("PUBLISHER", translation->publisher, "Folder with broadside.yaml")->required();
  app->add_option("ID", translation->id, "Name of the article")->required();
  app->add_option("LANGUAGE", translation->language, "Language of the translation, such as es or zh-Hant")->required();
  app->callback([translation, &status] {
    Faults faults;
    const auto files = write_translation(*translation, faults);
    status = finish_new(files, faults, "Next: translate the text, and remove its line \"draft: true\"");
  });
}

} // namespace

void add_new(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("new", "Begin a site, an article or a translation");
  command->require_subcommand(1);
  command->footer("It prints the files that it has written, and replaces none.\n\n"
                  "Examples:\n"
                  "  broadside new site publisher --name 'The Meridian Dispatch'\n"
                  "  broadside new article publisher north-korea --title 'No Answer'\n"
                  "  broadside new translation publisher north-korea es");
  add_new_site(*command, status);
  add_new_article(*command, status);
  add_new_translation(*command, status);
}

} // namespace broadside::cli
