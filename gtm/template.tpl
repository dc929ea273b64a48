___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Engagement event",
  "categories": ["ANALYTICS", "MARKETING"],
  "brand": {
    "id": "brand_dummy",
    "displayName": "Engagement"
  },
  "description": "Reports an event to the pixel of an engagement stack, which records it in Amazon Pinpoint. The tag succeeds when the event is stored.",
  "containerContexts": ["WEB"]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "pixelUrl",
    "displayName": "Pixel URL",
    "simpleValueType": true,
    "help": "The stack's output pixelUrl: https://….execute-api.….amazonaws.com/v1/events, without a query.",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      },
      {
        "type": "REGEX",
        "args": ["^(https://[^?#]+|\\{\\{.+\\}\\})$"],
        "errorMessage": "An address that begins with https:// and has neither ? nor #."
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "event",
    "displayName": "Event",
    "simpleValueType": true,
    "help": "As definitions/events.yaml calls it. Use {{Event}} where the data layer's event has the same name.",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "endpointId",
    "displayName": "Endpoint id",
    "simpleValueType": true,
    "help": "A variable with the Pinpoint endpoint of this visitor. Without a value the tag sends nothing and fails.",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "attributes",
    "displayName": "Event attributes (texts)",
    "simpleTableColumns": [
      {
        "defaultValue": "",
        "displayName": "Name",
        "name": "name",
        "type": "TEXT",
        "isUnique": true,
        "valueValidators": [
          {
            "type": "NON_EMPTY"
          }
        ]
      },
      {
        "defaultValue": "",
        "displayName": "Value",
        "name": "value",
        "type": "TEXT"
      }
    ],
    "newRowButtonText": "Add attribute"
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "metrics",
    "displayName": "Event metrics (numbers)",
    "simpleTableColumns": [
      {
        "defaultValue": "",
        "displayName": "Name",
        "name": "name",
        "type": "TEXT",
        "isUnique": true,
        "valueValidators": [
          {
            "type": "NON_EMPTY"
          }
        ]
      },
      {
        "defaultValue": "",
        "displayName": "Value",
        "name": "value",
        "type": "TEXT"
      }
    ],
    "newRowButtonText": "Add metric"
  },
  {
    "type": "GROUP",
    "name": "identity",
    "displayName": "Who the visitor is",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "TEXT",
        "name": "signature",
        "displayName": "Signature",
        "simpleValueType": true,
        "help": "Made by the site's back end for the endpoint id, the user id and the expiry. Needed by signed events and for all below."
      },
      {
        "type": "TEXT",
        "name": "expiry",
        "displayName": "Expiry of the signature",
        "simpleValueType": true,
        "help": "In Unix seconds, at most 31 days ahead, as it was signed."
      },
      {
        "type": "TEXT",
        "name": "userId",
        "displayName": "User id",
        "simpleValueType": true,
        "help": "As it was signed. Leave it empty where the signature was made without one."
      },
      {
        "type": "SIMPLE_TABLE",
        "name": "userAttributes",
        "displayName": "User attributes",
        "simpleTableColumns": [
          {
            "defaultValue": "",
            "displayName": "Name",
            "name": "name",
            "type": "TEXT",
            "isUnique": true,
            "valueValidators": [
              {
                "type": "NON_EMPTY"
              }
            ]
          },
          {
            "defaultValue": "",
            "displayName": "Value",
            "name": "value",
            "type": "TEXT"
          }
        ],
        "newRowButtonText": "Add user attribute"
      },
      {
        "type": "TEXT",
        "name": "timeZone",
        "displayName": "Time zone",
        "simpleValueType": true,
        "help": "A variable with the customer's IANA time zone, such as Europe/Berlin, for user attributes that are dates. A page knows it as Intl.DateTimeFormat().resolvedOptions().timeZone. Without a value, dates are in the zone of definitions/events.yaml."
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const encodeUriComponent = require('encodeUriComponent');
const generateRandom = require('generateRandom');
const getType = require('getType');
const logToConsole = require('logToConsole');
const makeString = require('makeString');
const sendPixel = require('sendPixel');

// The texts of variables without a value. The pixel counts them as absent, too; left out, they cost nothing.
const nothing = ['', 'undefined', 'null', 'NaN', '[object Object]'];
const noId = nothing.concat(['true', 'false', '0']);

// U+0085 is white space to Unicode and not to trim().
const isListOf = function(words, value) {
  return makeString(value).split('\u0085').join(' ').split(',').every(function(item) {
    return words.indexOf(item.trim()) >= 0;
  });
};

const isAbsent = function(value) {
  const type = getType(value);
  return type === 'object' || type === 'function' || isListOf(nothing, value);
};

// A variable that GTM could not resolve stays as it was written: {{…}}.
const isNoId = function(value) {
  return isAbsent(value) || isListOf(noId, value) || makeString(value).indexOf('{{') >= 0;
};

const parameters = [];

const add = function(name, value) {
  if (!isAbsent(value)) {
    parameters.push(encodeUriComponent(name) + '=' + encodeUriComponent(makeString(value)));
  }
};

const addTable = function(prefix, rows) {
  if (rows) {
    rows.forEach(function(row) {
      add(prefix + row.name, row.value);
    });
  }
};

add('event', data.event);
add('endpoint_id', data.endpointId);
addTable('evat_', data.attributes);
addTable('evme_', data.metrics);
addTable('usat_', data.userAttributes);
add('tz', data.timeZone);
add('user_id', data.userId);
add('exp', data.expiry);
add('sig', data.signature);

if (isAbsent(data.event) || isNoId(data.endpointId)) {
  logToConsole('Engagement event: nothing was sent, because the event or the endpoint id has no value.');
  data.gtmOnFailure();
} else {
  // A browser that has shown an image on this page shows it again without asking for it.
  add('gtmcb', generateRandom(0, 2147483647));
  sendPixel(data.pixelUrl + '?' + parameters.join('&'), data.gtmOnSuccess, data.gtmOnFailure);
}


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "logging",
        "versionId": "1"
      },
      "param": [
        {
          "key": "environments",
          "value": {
            "type": 1,
            "string": "debug"
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "send_pixel",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedUrls",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "urls",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "https://*.execute-api.eu-west-1.amazonaws.com/*"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: All fields become parameters of the pixel
  code: |-
    runCode({
      pixelUrl: pixelUrl, event: 'purchase_success', endpointId: 'user-42',
      attributes: [{name: 'currency', value: 'EUR'}], metrics: [{name: 'value', value: 19.9}],
      userAttributes: [{name: 'renewal_date', value: '2027-12-01'}], timeZone: 'Europe/Berlin', userId: 'u-7', expiry: 1893456000, signature: 'c2ln'
    });
    assertThat(sent).isEqualTo([pixelUrl + '?event=purchase_success&endpoint_id=user-42&evat_currency=EUR&evme_value=19.9' +
      '&usat_renewal_date=2027-12-01&tz=Europe%2FBerlin&user_id=u-7&exp=1893456000&sig=c2ln&gtmcb=7']);
- name: Names and values are percent-encoded
  code: |-
    runCode({
      pixelUrl: pixelUrl, event: 'a b', endpointId: 'u+1@example.com', attributes: [{name: 'a&b', value: '50% & é=1'}]
    });
    assertThat(sent).isEqualTo([pixelUrl + '?event=a%20b&endpoint_id=u%2B1%40example.com&evat_a%26b=50%25%20%26%20%C3%A9%3D1&gtmcb=7']);
- name: What has no value is left out
  code: |-
    runCode({
      pixelUrl: pixelUrl, event: 'purchase_success', endpointId: 'user-42',
      attributes: [{name: 'a', value: undefined}, {name: 'b', value: null}, {name: 'c', value: ''}, {name: 'd', value: {}}, {name: 'e', value: 0}, {name: 'f', value: false}],
      timeZone: undefined, userId: undefined, expiry: '', signature: undefined
    });
    assertThat(sent).isEqualTo([pixelUrl + '?event=purchase_success&endpoint_id=user-42&evat_e=0&evat_f=false&gtmcb=7']);
- name: The texts of variables without a value are left out, alone and in lists
  code: |-
    runCode({
      pixelUrl: pixelUrl, event: 'purchase_success', endpointId: 'user-42',
      attributes: [{name: 'a', value: 'undefined'}, {name: 'b', value: ' null '}, {name: 'c', value: [{}, {}]}, {name: 'd', value: [undefined, null]}, {name: 'e', value: ' '}, {name: 'f', value: 'Null'}],
      metrics: [{name: 'value', value: 0 / 0}]
    });
    assertThat(sent).isEqualTo([pixelUrl + '?event=purchase_success&endpoint_id=user-42&evat_f=Null&gtmcb=7']);
- name: What names nobody is no endpoint id
  code: |-
    ['undefined', 'NaN', true, 'false', 0, '{{Endpoint id}}', ' ', [{}]].forEach(function(id) {
      runCode({pixelUrl: pixelUrl, event: 'a', endpointId: id});
    });
    assertApi('sendPixel').wasNotCalled();
    assertApi('gtmOnFailure').wasCalled();
- name: A stored event is a success
  code: |-
    runCode({pixelUrl: pixelUrl, event: 'a', endpointId: 'b'});
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: An event that is not stored is a failure
  code: |-
    mock('sendPixel', function(url, stored, refused) { refused(); });
    runCode({pixelUrl: pixelUrl, event: 'a', endpointId: 'b'});
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Without an endpoint id nothing is sent and the tag fails
  code: |-
    runCode({pixelUrl: pixelUrl, event: 'a', endpointId: undefined});
    assertApi('sendPixel').wasNotCalled();
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Without an event nothing is sent and the tag fails
  code: |-
    runCode({pixelUrl: pixelUrl, event: '', endpointId: 'b'});
    assertApi('sendPixel').wasNotCalled();
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
setup: |-
  const pixelUrl = 'https://example.execute-api.eu-west-1.amazonaws.com/v1/events';
  const sent = [];

  mock('generateRandom', 7);
  mock('logToConsole', undefined);
  mock('sendPixel', function(url, stored, refused) {
    sent.push(url);
    stored();
  });


___NOTES___

Source, tests and documentation are in the repository of the engagement stack: gtm/template.tpl and docs/gtm.md.
The permission to send pixels names the hosts that the tag may report to. Add yours where the pixel has a domain of its own or is in another region.
