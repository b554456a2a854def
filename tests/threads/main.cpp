#include "run_tests.hpp"

int main(int count, char** arguments) { return broadside::test::run_tests(count, arguments); }
