#include "loader.hpp"

void write_loader(const Folder& dist, const std::string& name, const std::string& script) {
  dist.write("broadside.js", script);
  dist.write("broadside-core.wasm", "core of " + script);
  dist.write("manifest.json", R"({"folder": ")" + name + R"(", "files": {"broadside.js": ")" + loader_hash +
                                  R"(", "broadside-core.wasm": ")" + loader_hash + R"("}})");
}
