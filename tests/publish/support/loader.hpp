#pragma once

#include "folder.hpp"

/// Stands for the integrity of any file, whatever is in it: the build copies what the manifest says.
inline const std::string loader_hash = "sha384-" + std::string(64, 'A');

/// Writes what web/build.ts makes, in small: a loader whose script holds `script`, and its core.
void write_loader(const Folder&, const std::string& name, const std::string& script);
