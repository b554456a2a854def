#pragma once

#include "folder.hpp"

/// The integrity of any file: the build copies the manifest's hash and does not check it.
inline const std::string loader_hash = "sha384-" + std::string(64, 'A');

/// Writes a small version of what web/build.ts makes: a loader whose script holds `script`, and its core.
void write_loader(const Folder&, const std::string& name, const std::string& script);
