#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "publish/signing/key_file.hpp"

#include <iostream>
#include <memory>

namespace broadside::cli {
namespace {

int keygen(const std::filesystem::path& file) {
  publish::Faults faults;
  const auto key = publish::SigningKey::draw();
  publish::write_key_file(key, file, faults);
  for (const Error& error : faults.all())
    report(error);
  if (faults.any())
    return 1;
  std::cerr << file.string() << " holds the secret key: keep it to yourself, and keep a copy in a safe place.\n"
            << "Sign with it: broadside build PUBLISHER -o OUT --sign " << file.string() << "\n"
            << "The public key, which hosts write into the tag as key=\"…\":\n"
            << std::flush;
  std::cout << key.public_key() << "\n";
  return 0;
}

} // namespace

void add_keygen(CLI::App& app, int& status) {
  const auto file = std::make_shared<std::filesystem::path>();
  CLI::App* command = app.add_subcommand("keygen", "Make a key to sign articles with");
  command->add_option("FILE", *file, "File to write the secret key into; it must not exist yet")->required();
  command->footer("It prints the public key, which hosts write into the tag: <broadside-article key=\"…\">.\n\n"
                  "Example:\n"
                  "  broadside keygen ~/news.key\n"
                  "  broadside build publisher -o site --loader web/dist --sign ~/news.key");
  command->callback([file, &status] { status = keygen(*file); });
}

} // namespace broadside::cli
