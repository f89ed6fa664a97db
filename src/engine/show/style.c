/*
 * style.c
 *	  The stylesheet of an article's page: no script, nothing from elsewhere.
 *
 * It has no characters that mean something in XML.
 */
#include "show/show.h"

const char news_show_style[] =
"body { margin: 0; background: #fff; color: #222; font: 17px/1.65 Georgia, 'Times New Roman', serif }\n"
"main { max-width: 46rem; margin: 0 auto; padding: 1.5rem }\n"
"article p { white-space: pre-line; margin: 0 0 1em }\n"
".published { color: #666; font-size: .85em; margin: 0 0 .6em }\n"
"input { position: absolute; opacity: 0 }\n"
"label { display: inline-block; margin: 0 .35em .4em 0; padding: 0 .5em; border-radius: .3em; font: .75em/1.8 sans-serif; cursor: pointer }\n"
"input:not(:checked) + label { background: none; color: #999; text-decoration: line-through }\n"
"input:focus-visible + label { outline: 2px solid #06c }\n"
".entity, time.date { border-radius: .2em; padding: .05em .15em; box-decoration-break: clone; -webkit-box-decoration-break: clone }\n"
".person { background: #ffe3c2 } .organization { background: #d4e6ff } .place { background: #d5f0d0 } .group { background: #efe0fa }\n"
".named { background: #fbd9e4 } .work { background: #e9e4d0 } .product { background: #d3eeee } .own { background: #fff3a8 } time.date, label.date { background: #e4e4e4 }\n"
".event { border-bottom: 2px solid #b00; padding-bottom: .05em } .event.planned { border-bottom-style: dashed } .event.possible { border-bottom-style: dotted }\n"
".event.ongoing { border-bottom: 4px double #b00 } .event.negated { text-decoration: line-through #b00 } label.event { border-bottom: 2px solid #b00; border-radius: 0 }\n"
".event[data-type]::after { content: attr(data-type); color: #b00; font: .55em sans-serif; vertical-align: super; margin-left: .2em; letter-spacing: .03em } .event.cont::after { content: none }\n"
".event:target { background: #fdd }\n"
"table { border-collapse: collapse; width: 100%; font: .78em/1.5 sans-serif } th, td { text-align: left; vertical-align: top; padding: .25em .5em; border-bottom: 1px solid #ddd } th { color: #666; font-weight: normal }\n"
"td a { color: #b00; text-decoration: none }\n"
"#show-person:not(:checked) ~ article .person, #show-organization:not(:checked) ~ article .organization, #show-place:not(:checked) ~ article .place,\n"
"#show-group:not(:checked) ~ article .group, #show-named:not(:checked) ~ article .named, #show-work:not(:checked) ~ article .work,\n"
"#show-product:not(:checked) ~ article .product, #show-own:not(:checked) ~ article .own, #show-date:not(:checked) ~ article time.date { background: none }\n"
"#show-event:not(:checked) ~ article .event[data-type] { border: none; text-decoration: none } #show-event:not(:checked) ~ article .event::after { content: none }\n"
"@media (prefers-color-scheme: dark) { body { background: #1b1b1b; color: #ddd } .entity, time.date, label { color: #111 } input:not(:checked) + label { color: #888 } td a, .event[data-type]::after { color: #f77 } .event:target { background: #622 } }\n"
"@media print { input, label { display: none } }\n";
