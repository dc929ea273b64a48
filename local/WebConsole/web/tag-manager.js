// What Google Tag Manager does on a page with an imported container, as far as the containers made here go: a data layer that keeps what
// was pushed, Custom Event triggers, data layer variables, consent, and Custom Image tags. Tests of the container use it, too.
function TagManager(container) {
  var version = JSON.parse(container).containerVersion, layer = {}, consent = {};

  function parameter(entity, key) {
    return entity.parameter.filter(function(each) { return each.key === key; })[0].value;
  }

  // A key with dots is a path.
  function read(path) {
    return path.split('.').reduce(function(value, key) { return value === undefined || value === null ? undefined : value[key]; }, layer);
  }

  function write(path, value) {
    var keys = path.split('.'), last = keys.pop();
    keys.reduce(function(parent, key) { return parent[key] = parent[key] || {}; }, layer)[last] = value;
  }

  function variable(name) {
    var found = version.variable.filter(function(each) { return each.name === name; })[0];
    if (!found) {
      throw new Error('The container has no variable ' + name);
    }

    return read(parameter(found, 'name'));
  }

  function denied(tag) {
    var settings = tag.consentSettings;
    return settings.consentStatus !== 'NEEDED' ? [] : settings.consentType.list
      .map(function(type) { return type.value; })
      .filter(function(type) { return consent[type] === 'denied'; });
  }

  function url(tag) {
    var filled = parameter(tag, 'url').replace(/\{\{(.+?)\}\}/g, function(reference, name) {
      return encodeURIComponent(String(variable(name)));
    });
    return filled + '&' + parameter(tag, 'cacheBusterQueryParam') + '=' + Math.floor(Math.random() * 1e9);
  }

  this.consent = function(type, state) { consent[type] = state; };

  // The event types that a trigger waits for, with the data layer keys that its tag reads.
  this.events = function() {
    return version.trigger.map(function(trigger) {
      var tag = version.tag.filter(function(each) { return each.firingTriggerId[0] === trigger.triggerId; })[0];
      var names = (parameter(tag, 'url').match(/\{\{(.+?)\}\}/g) || []).map(function(reference) { return reference.slice(2, -2); });
      return {
        event: parameter(trigger.customEventFilter[0], 'arg1'),
        keys: version.variable
          .filter(function(each) { return names.indexOf(each.name) >= 0; })
          .map(function(each) { return parameter(each, 'name'); })
      };
    });
  };

  // Answers the tags whose trigger the push fires: which consent is denied, and the URL of the image that loads where none is.
  this.fire = function(entry) {
    for (var key in entry) { write(key, entry[key]); }
    var fired = version.trigger.filter(function(trigger) { return parameter(trigger.customEventFilter[0], 'arg1') === entry.event; });
    var ids = fired.map(function(trigger) { return trigger.triggerId; });
    return version.tag
      .filter(function(tag) { return ids.indexOf(tag.firingTriggerId[0]) >= 0; })
      .map(function(tag) {
        var refused = denied(tag);
        return { tag: tag.name, denied: refused, url: refused.length > 0 ? null : url(tag) };
      });
  };

  // Answers the URLs of the images that the push loads, as JSON.
  this.push = function(entry) {
    return JSON.stringify(this.fire(entry)
      .filter(function(fired) { return fired.url !== null; })
      .map(function(fired) { return fired.url; }));
  };
}

export { TagManager };
