#include "server/store/reply_id.hpp"

#include <random>

namespace broadside::server::store {

std::string random_id() {
  constexpr std::random_device::result_type low_bits = 0x1F;
  static thread_local std::random_device generator;
  std::string id;
  while (id.size() < id_length)
    id += id_letters[generator() & low_bits];
  return id;
}

} // namespace broadside::server::store
