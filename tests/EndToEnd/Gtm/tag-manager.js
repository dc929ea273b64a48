// What Google Tag Manager does on a page with an imported container, as far as the containers made here go: a data layer that keeps what
// was pushed, Custom Event triggers, data layer variables, consent, and Custom Image tags.
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

  function granted(tag) {
    var settings = tag.consentSettings;
    return settings.consentStatus !== 'NEEDED'
      || settings.consentType.list.every(function(type) { return consent[type.value] !== 'denied'; });
  }

  function url(tag) {
    var filled = parameter(tag, 'url').replace(/\{\{(.+?)\}\}/g, function(reference, name) {
      return encodeURIComponent(String(variable(name)));
    });
    return filled + '&' + parameter(tag, 'cacheBusterQueryParam') + '=' + Math.floor(Math.random() * 1e9);
  }

  this.consent = function(type, state) { consent[type] = state; };

  // Answers the URLs of the images that the push loads, as JSON.
  this.push = function(entry) {
    for (var key in entry) { write(key, entry[key]); }
    var fired = version.trigger.filter(function(trigger) { return parameter(trigger.customEventFilter[0], 'arg1') === entry.event; });
    var ids = fired.map(function(trigger) { return trigger.triggerId; });
    return JSON.stringify(version.tag
      .filter(function(tag) { return ids.indexOf(tag.firingTriggerId[0]) >= 0 && granted(tag); })
      .map(url));
  };
}
