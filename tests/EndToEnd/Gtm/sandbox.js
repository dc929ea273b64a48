// What Google Tag Manager gives a custom template to run in, as far as gtm/template.tpl uses it: require() with the APIs of web
// templates, each held to the template's permissions, and the functions that its tests call. Beyond these a template sees nothing of the
// page.
var sandbox = (function() {
  var hasOwn = Object.prototype.hasOwnProperty, slice = Array.prototype.slice, Failure = Error;
  var stringify = JSON.stringify, encode = encodeURIComponent, text = String, isArray = Array.isArray, random = Math.random;
  var floor = Math.floor, evaluate = eval;

  function typeOf(value) {
    return value === undefined ? 'undefined' : value === null ? 'null' : isArray(value) ? 'array' : typeof value;
  }

  // How the permission send_pixel matches: https, '*.' for any subdomain, '*' for any path behind it.
  function allows(pattern, url) {
    var shape = /^https:\/\/(\*\.)?([^\/]+)(\/.*)$/.exec(pattern), parts = /^https:\/\/([^\/?#]+)([\s\S]*)$/.exec(url);
    if (!shape || !parts) {
      return false;
    }

    var host = shape[1] ? parts[1].slice(-shape[2].length - 1) === '.' + shape[2] : parts[1] === shape[2];
    var path = shape[3].slice(-1) === '*' ? parts[2].indexOf(shape[3].slice(0, -1)) === 0 : parts[2].split('?')[0] === shape[3];
    return host && path;
  }

  function apis(permissions, pixels, log) {
    function permitted(name) {
      if (!hasOwn.call(permissions, name)) {
        throw new Failure('the permission ' + name + ' is not declared');
      }
    }

    return {
      encodeUriComponent: function(value) { return encode(value); },
      generateRandom: function(from, to) { return from + floor(random() * (to - from + 1)); },
      getType: typeOf,
      makeString: function(value) { return text(value); },
      logToConsole: function() { permitted('logging'); log.push(slice.call(arguments).join(' ')); },
      sendPixel: function(url, onSuccess) {
        permitted('send_pixel');
        if (!permissions.send_pixel.some(function(pattern) { return allows(pattern, url); })) {
          throw new Failure('the permission send_pixel does not allow ' + url);
        }

        pixels.push(url);
        if (onSuccess) { onSuccess(); }
      }
    };
  }

  function same(one, other) {
    return stringify([one]) === stringify([other]);
  }

  function call(code, names, values) {
    return evaluate('(function(' + names.join(', ') + ") {'use strict';\n" + code + '\n})').apply(undefined, values);
  }

  // Calls of every API, and what stands in for it where a test says so.
  function recorder(real) {
    var calls = {}, mocks = {};
    return {
      calls: calls,
      mock: function(name, replacement) { mocks[name] = { value: replacement }; },
      require: function(name) {
        if (!hasOwn.call(real, name)) {
          throw new Failure('require: there is no API ' + name);
        }

        return function() {
          (calls[name] = calls[name] || []).push(slice.call(arguments));
          var mock = mocks[name];
          return !mock ? real[name].apply(null, arguments)
            : typeof mock.value === 'function' ? mock.value.apply(null, arguments) : mock.value;
        };
      }
    };
  }

  function run(code, record, data) {
    var given = {};
    for (var key in data) { given[key] = data[key]; }
    ['gtmOnSuccess', 'gtmOnFailure'].forEach(function(name) {
      given[name] = function() { (record.calls[name] = record.calls[name] || []).push([]); };
    });
    call(code, ['require', 'data'], [record.require, given]);
  }

  return {
    allows: allows,

    // Runs a template as a tag. Answers what it did, as JSON.
    fire: function(code, permissions, data) {
      var pixels = [], log = [], record = recorder(apis(permissions, pixels, log));
      run(code, record, data);
      return stringify({ pixels: pixels, log: log, succeeded: !!record.calls.gtmOnSuccess, failed: !!record.calls.gtmOnFailure });
    },

    // Runs one of a template's own tests; throws where it fails.
    test: function(code, permissions, setup, scenario) {
      var record = recorder(apis(permissions, [], []));
      function fail(message) { throw new Failure(message); }
      call(setup + '\n' + scenario, ['require', 'runCode', 'mock', 'assertApi', 'assertThat', 'fail'], [
        record.require,
        function(data) { run(code, record, data); },
        record.mock,
        function(name) {
          return {
            wasCalled: function() { if (!record.calls[name]) { fail(name + ' was not called'); } },
            wasNotCalled: function() { if (record.calls[name]) { fail(name + ' was called'); } }
          };
        },
        function(actual) {
          return {
            isEqualTo: function(expected) {
              if (!same(actual, expected)) { fail(stringify(actual) + ' is not ' + stringify(expected)); }
            }
          };
        },
        fail
      ]);
    },

    // Takes from the template what a page has and a template has not.
    close: function(page) {
      ['Object', 'Array', 'Function', 'JSON', 'Math', 'String', 'Number', 'Boolean', 'Date', 'RegExp', 'Error', 'Symbol', 'Proxy',
        'Reflect', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI',
        'escape', 'unescape', 'parseInt', 'parseFloat', 'eval', 'isNaN', 'isFinite'].forEach(function(name) {
        delete page[name];
      });
    }
  };
})();
