// Replaces those functions of Embind's library (embind.js) that do more than ours need. Every function of ours has a name
// of its own, is registered once and takes numbers; so there are no overloads, and nothing is read through pointers.
mergeInto(LibraryManager.library, {
  _embind_register_bool__deps: ['$readLatin1String', '$registerType'],
  _embind_register_bool: function (type, name) {
    registerType(type, {
      name: readLatin1String(name),
      fromWireType: (value) => !!value,
      argPackAdvance: 8,
      destructorFunction: null,
    });
  },

  _embind_register_integer__deps: ['$readLatin1String', '$registerType'],
  _embind_register_integer: function (type, name) {
    registerType(type, {
      name: readLatin1String(name),
      fromWireType: (value) => value >>> 0,
      toWireType: (destructors, value) => value,
      argPackAdvance: 8,
      destructorFunction: null,
    });
  },

  $exposePublicSymbol__deps: [],
  $exposePublicSymbol: function (name, value) {
    Module[name] = value;
  },
  $replacePublicSymbol__deps: [],
  $replacePublicSymbol: function (name, value) {
    Module[name] = value;
  },

  // Embind has a class of errors for each of these.
  $throwBindingError__deps: [],
  $throwBindingError: function (message) {
    throw Error(message);
  },
  $throwInternalError__deps: [],
  $throwInternalError: function (message) {
    throw Error(message);
  },
  $throwUnboundTypeError__deps: [],
  $throwUnboundTypeError: function (message) {
    throw Error(message);
  },
});
