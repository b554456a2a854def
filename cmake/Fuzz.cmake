# Builds libFuzzer's targets instead of the programs: tests/fuzz/targets/NAME.cpp becomes fuzz_NAME. This needs Clang.
foreach(target cmark broadside_core)
  target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
endforeach()

file(GLOB oracle CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/oracle/*.cpp)
add_library(fuzz_oracle STATIC ${oracle})
target_include_directories(fuzz_oracle PUBLIC ${CMAKE_SOURCE_DIR}/tests/fuzz)
target_link_libraries(fuzz_oracle PUBLIC broadside_core)

file(GLOB targets CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/targets/*.cpp)
foreach(source ${targets})
  cmake_path(GET source STEM name)
  add_executable(fuzz_${name} ${source})
  target_link_libraries(fuzz_${name} PRIVATE fuzz_oracle)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
endforeach()
