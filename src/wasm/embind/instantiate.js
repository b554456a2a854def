// The code that makes a module instantiates it: browsers do so asynchronously, and Node.js and Workers at once.
var WebAssembly = { instantiate: Module['instantiate'] };
