// Stands in for ankerl::unordered_dense when the media worker is built against the libraries of the operating
// system: the same names over the standard containers. The worker relies on no promise that the standard ones
// do not make (it keeps no iterator across an insertion, and expects no order).
#pragma once

#include <functional>
#include <unordered_map>
#include <unordered_set>

namespace ankerl::unordered_dense
{
  template<typename T>
  using hash = std::hash<T>;

  template<typename Key, typename T, typename Hash = std::hash<Key>, typename KeyEqual = std::equal_to<Key>>
  using map = std::unordered_map<Key, T, Hash, KeyEqual>;

  template<typename Key, typename Hash = std::hash<Key>, typename KeyEqual = std::equal_to<Key>>
  using set = std::unordered_set<Key, Hash, KeyEqual>;
} // namespace ankerl::unordered_dense
