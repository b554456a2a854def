#pragma once

#include "publish/faults/faults.hpp"
#include "publish/signing/key.hpp"

namespace broadside::publish {

/// Writes the key into a new file, as a JSON Web Key (RFC 8037) that only the file's owner can read. Faults: exists,
/// since a key that is replaced is lost for ever; unwritable.
void write_key_file(const SigningKey&, const std::filesystem::path&, Faults&);

/// Reads a file that write_key_file has written. Faults: those of read_text_file, and malformed, unusable-key. No fault
/// says anything of the file's content. Warning: readable-by-others.
std::optional<SigningKey> read_key_file(const std::filesystem::path&, Faults&);

} // namespace broadside::publish
