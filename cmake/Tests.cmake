# Programs with the tests in C++. Only the code that they test is optimised, not the tests, since they are compiled for
# only a few runs.
add_library(test_runner STATIC ${CMAKE_SOURCE_DIR}/tests/runner/run_tests.cpp)
target_include_directories(test_runner PUBLIC ${CMAKE_SOURCE_DIR}/tests/runner)
target_compile_options(test_runner PUBLIC -O0)
# Catch2's own code is not under test, and takes three times as long to compile with the sanitizers.
target_compile_options(test_runner PRIVATE -fno-sanitize=all)
target_link_libraries(test_runner PUBLIC broadside_flags catch2)

# Makes the program NAME_tests of the tests in tests/NAME.
function(broadside_tests name)
  broadside_program(${name}_tests tests/${name})
  target_link_libraries(${name}_tests PRIVATE test_runner)
  target_precompile_headers(${name}_tests PRIVATE <catch2/catch.hpp>)
  # The files have functions of the same names.
  set_target_properties(${name}_tests PROPERTIES UNITY_BUILD OFF)
endfunction()

broadside_tests(unit)
target_link_libraries(unit_tests PRIVATE broadside_lint broadside_messages broadside_protocol cmark)
