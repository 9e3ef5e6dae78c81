import type { Lexicon } from './lexicon.ts';

export const english: Lexicon = {
  language: 'en',
  by24Hours: false,
  halfBefore: false,
  weekdayNumberIsDate: false,
  weekdays: [
    'monday|mon|mondays',
    'tuesday|tue|tues|tuesdays|teusday',
    'wednesday|wed|weds|wednesdays|wensday|wendesday',
    'thursday|thu|thur|thurs|thursdays|thrusday',
    'friday|fri|fridays',
    'saturday|sat|saturdays',
    'sunday|sun|sundays',
  ],
  months: [
    'january|jan',
    'february|feb|febuary',
    'march|mar',
    'april|apr',
    'may',
    'june|jun',
    'july|jul',
    'august|aug',
    'september|sept|sep',
    'october|oct',
    'november|nov',
    'december|dec',
  ],
  numbers: [
    ...'one two three four five six seven eight nine ten eleven twelve'.split(' '),
    ...'thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' '),
    ...'twenty one|twenty two|twenty three|twenty four|twenty five|twenty six|twenty seven|twenty eight|twenty nine'.split(
      '|',
    ),
    'thirty',
    'thirty one',
    ...Array.from<string>({ length: 13 }).fill(''),
    'forty five',
  ],
  ordinals: [
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    ...'sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
      ' ',
    ),
    ...'twenty first|twenty second|twenty third|twenty fourth|twenty fifth|twenty sixth|twenty seventh|twenty eighth|twenty ninth'.split(
      '|',
    ),
    'thirtieth',
    'thirty first',
  ],
  dayOffsets: [
    [0, 'today'],
    [0, 'tonight|this evening', 'evening'],
    [0, 'this morning', 'morning'],
    [0, 'this afternoon|later this afternoon', 'afternoon'],
    [1, 'tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr'],
    [2, 'day after tomorrow|the day after tomorrow|overmorrow'],
    [-1, 'yesterday|the other day'],
    [14, 'in a fortnight|a fortnight today|two weeks today|in a fortnight s time'],
    [7, 'a week today|this day next week|week today'],
    [8, 'a week tomorrow'],
  ],
  weeks: [
    ['this', 'this week|the week|current week|this coming week'],
    [
      'this',
      'the rest of the week|the rest of this week|the remainder of the week|rest of the week|rest of this week|remainder of the week',
      'rest',
    ],
    [
      'this',
      'later this week|later in the week|end of the week|end of this week|late this week',
      'late',
    ],
    ['this', 'early this week|beginning of the week', 'early'],
    ['this', 'other day this week', 'other'],
    ['next', 'next week|the coming week|coming week|wk after'],
    [
      'next',
      'early next week|beginning of next week|start of next week|first half of next week',
      'early',
    ],
    ['next', 'late next week|later next week|end of next week|second half of next week', 'late'],
    ['next', 'middle of next week|mid next week|midweek next week', 'middle'],
    [
      'afterNext',
      'week after next|the week after next|in two weeks|two weeks from now|in 2 weeks|2 weeks from now',
    ],
    [
      'following',
      'the week after|following week|the following week|the week after that|week after|the next week after',
    ],
    ['that', 'that week|that same week|the same week'],
    ['weekend', 'weekend|the weekend'],
    ['week', 'week|weeks|wk|w c|week commencing|week beginning'],
    ['month', 'month|months'],
  ],
  which: {
    this: 'this|this coming|the coming',
    next: 'next|the next',
    past: 'last|previous|past',
    coming: 'coming|upcoming|following',
  },
  parts: {
    morning: 'morning|mornings|a m slot|am slot|forenoon',
    lunch: 'lunch|lunchtime|lunch time|over lunch|midday|mid day|luncheon|lunch hour',
    afternoon: 'afternoon|afternoons|after lunch|pm slot|this aft',
    evening: 'evening|evenings|night|dinner|dinnertime|after work|after hours|eve',
  },
  edges: {
    early:
      'early|earlier in|start of|beginning of|first thing|first thing in|first half of|earlier part of',
    late: 'late|later in|end of|second half of|latter half of|last thing|towards the end of|latter part of',
    middle: 'mid|middle of|the middle of',
    rest: 'rest of|remainder of',
    other: 'any other day',
  },
  noon: 'noon|12 noon|high noon|twelve noon|noontime',
  midnight: 'midnight',
  units: [
    [1, 'minute|minutes|min|mins'],
    [60, 'hour|hours|hr|hrs'],
    [1440, 'day|days'],
  ],
  zones: [
    ['theirs', 'my time|my time zone|my timezone|our time|local time|my local time|my end|here'],
    ['ours', 'your time|your time zone|your timezone|your local time|your end|your side'],
  ],
  all: {
    all: `any of those|any of these|any of them|all of those|all of these|all of them|all three|all two|all four|both|both of them
      either of those|either of these|either of them|either one|either option|either time|either day|either slot|any one of those|any one of these|any one of them
      any of the times|any of the slots|any of the options|any of the dates|all the times|all the slots|all the options|all those times|all of your times|any of your times
      any of the above|all of the above|any of the three|any of the two|whichever|all options|every one|each of them|any of your options|any slot|any option|all times|all dates|any of the days|all slots
      any of those times|any of these times|any of those slots|any of these slots|all of those times|all of these times|all of those slots|any of your suggestions|any of your slots|any of your suggested times|everything|those times all|those all|they all`,
    none: `none of those|none of these|none of them|neither of those|neither of these|neither of them|neither|none of the times|none of the slots|none of the options|none of the dates|none of the above
      none of your times|none of that|not any of those|not any of them|neither one|neither option|neither time|neither day|none of the days|none of the three|neither ofd these|none of your suggestions|none|any of those don't|none of those times|none of these times|none of those slots|none of these slots|none of those dates|none of those days|neither of those times|neither of these times`,
    others: `the other two|the other one|the others|other two|the remaining two|the other three|the rest are|the rest work|the rest is|the rest|the other|either of the others|either of the other two|any of the others|any of the other two|the remaining ones|the other times|the other slots|the other options|the other days|otherwise|any other one|the other slot|the other option|the other time|the other date|the other day works`,
  },
  picks: {
    first:
      'former|top one|top slot|top option|the top|first on your list|first on the list|first of those|first of these|first of the three|first of the two|initial one',
    last: 'latter|bottom one|bottom slot|bottom option|the bottom|last one|last option|last slot|last on your list|last on the list|last of those|last of these|last of the three|last choice|final one|final slot|final option|the last|last of them|last date|last suggestion|last proposal',
    early:
      'earlier one|earlier option|earlier slot|earliest|earliest one|earliest slot|earliest option|earliest of those|earliest of these|earlier of the two|soonest|soonest one|earliest date|earliest time|the earlier|earlier time|earlier date',
    late: 'later one|later option|later slot|latest|latest one|latest slot|latest option|latest of those|later of the two|latest date|later time|the later|later date|later of those|latest of the three',
    middle: 'middle one|middle slot|middle option|the middle|one in the middle|middle time',
  },
  plain: {
    am: 'am|a m|a|in the morning|in the am',
    pm: 'pm|p m|p|in the afternoon|in the evening|at night|in the pm',
    oclock: "o'clock|oclock|o clock|sharp|on the dot",
    half: 'half',
    quarter: 'quarter|a quarter',
    past: 'past|after the hour',
    to: 'to|til|till|through|thru|until|up to',
    at: 'at|around|about|approximately|approx|circa|say|round|roughly|@',
    link: 'on|of|in|for|during|over|by way of|starting|commencing|beginning|begin|start|starts',
    the: 'the|that|those|these|my|your',
    and: 'and|as well as|plus',
    or: 'or|either|or else|alternatively|or maybe|or perhaps|or possibly|or even',
    between: 'between|between the hours of|any time between|anytime between',
    from: 'from|as of|as from',
    after:
      'after|later than|past about|any time after|anytime after|no earlier than|not before|from after|since|beyond|sometime after|some time after|not earlier than|at the earliest|nothing before',
    before:
      'before|earlier than|prior to|no later than|not after|any time before|anytime before|by|sometime before|some time before|not later than|up until|anytime until|any time until|any time up to|anytime up to|nothing after|until about',
    onwards:
      'on|onwards|onward|or later|or after|and later|and after|forward|on onwards|and beyond|or so on',
    except: `except|except for|excluding|other than|apart from|aside from|save for|besides|but not|with the exception of|outside of|not including|everything but|anything but|any time but|anytime but|any day but|all but|any day except|any but|anything except|any day other than|any day apart from|anything other than|any time except|anytime except|any of them but|any of those but|any of these but|any of them except|any of those except|any of these except|all of them but|all of them except|all except`,
    instead: 'instead of|rather than|in place of|as opposed to',
    than: 'than',
    ends: 'end at|end by|finish at|finish by|leave at|leave by|done by|finished by|stop at|stop by|be done by|hard stop at|hard stop|wrap up by|wrap up at|over by|out by|go at|out at|be off at|leave before|be done before|finish before|end before|hard out at|drop at|drop off at|run at|jump at|be free until|free until|available until|only until',
    option:
      'one|ones|option|options|slot|slots|choice|suggestion|proposal|proposed time|proposed slot|proposed date|time slot|timeslot|of your options|of your slots|of your suggestions|of those|of these|of the three|of the two|of your times|possibility|alternative|on your list|on the list|of the options|of the times|of the slots|you offered|you suggested|you proposed|you listed|you mentioned|bullet|date you proposed|of your list',
    time: 'time|timezone|time zone|standard time|daylight time',
    ago: 'ago',
    later: 'later|after that|afterwards|back|forward',
    earlier: 'earlier|sooner|ahead',
    push: 'push by|pushed by|push back by|push it by|push this by|push it back by|push back|push it back|push this back|delay by|delay it by|postpone by|postpone it by|move it by|shift by|shift it by|start late by|delay|running late by|running|be late by|move back|move it back|push out|push it out|push our call by|push our call back|push the call by|push the meeting by|push the call back|push the meeting back',
    backward:
      'bring forward by|bring it forward by|move it up by|move up by|pull it forward by|bring forward|bring it forward|bring the call forward|bring the meeting forward|pull forward',
    sameTime:
      'same time|the same time|same hour|same time slot|same slot|the same slot|the same hour',
    any: 'any time|anytime|any day|anyday|whenever|any|at any time|all day|any time at all|some time|sometime',
    yes: `works|i pick|i'd pick|i'll pick|pick the|i'll love|first choice|my first choice|top choice|i've booked|have booked|booked it|booked us|it's booked|work|works for me|work for me|works best|works well|works great|fits|fit|that works|fine|good|great|perfect|perfectly|ok|okay|excellent|ideal|lovely|super|brilliant|wonderful|awesome|terrific|fantastic|suits|suit|suits me|suitable|best|better|preferable|preferably|ideally|prefer|preferred|preference|free|available|avail|open|wide open|clear|availability|possible|doable|convenient|agreeable|acceptable|yes|yep|yeah|yup|sure|absolutely|definitely|certainly|like to|take|choose|go with|go for|let's go with|lets go with|let's|lets|let us|how about|what about|how's|how is|shall we|could we|can we|can you|could you|might we|may we|would you be|will you be|would you be able|are you|do you have time|can do|could do|can make|could make|make it|be able to make|it is|it's a date|it's a deal|deal|see you|talk then|speak then|talk to you|speak to you|looking forward|look forward|aim for|set up|set it up|schedule|book|book me|book us|arrange|put me down|pencil me in|count me in|sign me up|find time|block time|block out|block|send me an invite|send an invite|send the invite|send a calendar invite|send invite|i have time|i've got time|got time|have time|have some time|no problem|no problem with|not a problem|no worries|no objection|no issue|no issues|no conflict|no conflicts|not bad|can't go wrong|couldn't be better|could not be better|don't mind|do not mind|why not|why don't we|why dont we|would be best|slots available|openings|opening|window|windows|vote for|sounds|agreed|thumbs up|by all means|of course|fire away|right|right for me|easiest|easier|nice|can talk|can meet|can chat|can speak|could meet|could talk|could chat|could speak|will make|i vote|i choose|mark me down|put it in|in my calendar|on my calendar|in my diary|try|try for|go ahead|a go|okey|okie|cool|dandy|swell|magnificent|splendid|marvellous|spot on|bang on|do nicely|do fine|will do|would do|do it|it a date|let me do|i'll do|ill do|i will do|we'll do|please schedule|please book|grab|snag|lock in|lock it in|locked in|nail down|settle on|stick with|opt for|plump for|go|lean toward|lean towards|leaning toward|leaning towards|most convenient|good with|fine with|ok with|okay with|fine by me|flexible`,
    glad: 'happy|happy to help|happy to chat|happy to talk|glad|delighted|love|pleased|great idea|good idea|nice idea|lovely idea|great to hear|good to hear',
    commit: 'can|could|meet|talk|call|chat|speak|meeting|ring|do|make|connect|catch up|discuss',
    state:
      "is|are|be|been|am|has|had|have|got|back|return|returning|leave|leaving|that's|it's|there's|there is|there are|i'm|i am|we're|he's|she's",
    no: `busy|booked|booked up|booked solid|fully booked|unavailable|not available|tied up|bad|bad for me|out|out of town|out of office|out of the office|out of the country|away|abroad|travelling|traveling|on the road|on vacation|on holiday|on leave|on a plane|flying|conflict|conflicts|clash|clashes|clashing|taken|gone|full|packed|jammed|slammed|swamped|no good|not good|no longer|difficult|tricky|tough|impossible|problematic|awkward|too late|too early|too soon|too far|too short notice|off|unable|unlikely|no go|off the table|rule out|ruled out|hopeless|terrible|awful|horrible|nightmare|worse|worst|out of the question|chock a block|stacked|double booked|engaged|occupied|committed|in court|in meetings|in transit|far from ideal|less ideal|not ideal|not great|won't work|wont work|doesn't work|does not work|don't work|do not work|not work|will not work|would not work|wouldn't work|cannot do|can't do|cant do|can't make|cant make|cannot make|couldn't make|not make|can't manage|cannot manage|regret|decline|pass on|miss|hate|dislike|don't like|do not like|not possible|not free|not open|not suit|doesn't suit|does not suit|isn't good|is not good|no time|no availability|nothing available|nothing free|otherwise engaged|otherwise committed|hospital|sick|ill|unwell|sick day|day off|public holiday|bank holiday|holiday`,
    not: "not|no|nope|can't|cant|cannot|won't|wont|don't|dont|doesn't|doesnt|isn't|isnt|aren't|arent|wouldn't|wouldnt|couldn't|couldnt|shouldn't|didn't|haven't|hasn't|never|without|nor|hardly|barely|scarcely|anything other|wasn't|weren't|hadn't|nothing|nobody|avoid|skip|rarely",
    fine: "no later|can't wait|cannot wait|can not wait|don't worry|do not worry|don't hesitate|do not hesitate|not sure if you|no rush|no pressure|not to worry|no need|unless you tell me otherwise|unless i hear otherwise|unless you say otherwise|unless i hear from you|unless told otherwise|if that works for you|if that works|if it works for you|if it works|if that suits you|if that suits|if it suits you|if that's ok|if that is ok|if that's okay|if that is okay|if that's ok with you|if that's okay with you|if that's fine|if that is still possible|if still possible|if still available|if it's still available|if that's still available|if it's still free|if that's still free|if that is still available|if still free|if still open|if it's still open|if that's still open|if possible|if you like|if you'd like|if you want|if you wish|if you prefer|if convenient|if that's convenient|if that is convenient|if you're available|if you are available|if you're free|if you are free|if that's good for you|if it's good for you|if that's alright|if that is alright|if it's all the same to you|if it is still available|if that helps|if you don't mind|if you do not mind|as long as that works|provided that works|if that works on your end|if that fits|if that fits you|if that's good|if that's all right|if you can|if you could|if that is fine|if that is fine with you|if that's fine with you|if you need to reach me|if you need anything|if you have questions|if you have any questions|if anything changes|if something changes|if your plans change|if that changes|in case you need",
    hedge:
      "might|maybe|perhaps|possibly|probably|tentative|tentatively|provisionally|provisional|pencil|pencil in|not sure|unsure|hopefully|i hope|hope|depending|depends|subject to|likely|need to check|have to check|must check|let me check|will check|to be confirmed|tbc|tbd|pending|in principle|in theory|theoretically|could potentially|potentially|would have|would've|used to|was|were|had been|wish|guess|assuming|presumably|as far as i know|afaik|may work|may be|may|penciled|pencilled|i believe|at a push|at a pinch|in a pinch|worst case|if need be|if necessary|if absolutely necessary|if all else fails|failing that|as a backup|as backup|as a fallback|backup|fallback|plan b|second choice|not certain|fingers crossed|reconfirm|more or less|ish|what if|i'd have to check|i'd need to check|would need to check|still need to|waiting to hear|waiting on|waiting for|should be able|try to|i'll try|ill try|will try|i think|almost|only if|as long as|provided|provided that|so long as|on condition|in the event|barring|supposed to|would have been|hold",
    if: 'if|in case|should|whether|when i|once|suppose',
    unless: 'unless|except if|until i know|barring',
    elseCase:
      "in which case|in that case|otherwise then|if not|if that fails|if that does not work|if that doesn't work|if so|or failing that",
    but: 'but|however|though|although|yet|so|because|as|while|whereas|since i|then again|only',
    subject:
      "i|we|he|she|they|you|it|i'm|i am|we're|he's|she's|they're|i've|we've|i'll|we'll|i'd|we'd|you're|he'll|she'll|they'll|it'll|that'll|you'll|im|ive|id",
    also: 'too|also|as well|likewise|same for|same goes for|same with',
    filler: `instead|appointment|hi|hello|dear|hey|thanks|thank you|thank you so much|thanks a lot|many thanks|much|so much|very much|thx|cheers|please|pls|best|regards|kind|warm|yours|sincerely|best regards|kind regards|best wishes|would|will|does|did|get|conversation|discussion|coffee|zoom|teams|phone|video|skype|it|me|us|you|him|her|them|for me|for us|with|to me|to us|very|really|quite|rather|just|actually|well|still|then|there|here|now|again|mine|ours|our|his|their|who|which|what|all|up|down|in person|together|time of|think|guess|seems|seem|look|looks|looks like|looks good|it looks like|appears|sounds like|sounds good|sound|feel free|feel|appreciate|sorry|apologies|apologize|apologise|unfortunately|afraid|reply|delay|late reply|slow reply|getting back|reaching out|note|email|message|mail|kindly|wait|cannot wait|excited|nice to hear|good to hear|great to hear|hear|hearing|from you|want|wanted|wish|need|want to|like|into|out to|that|this is|shall|group|team|everyone|with you|to you|for you|you guys|both of us|a few|few|couple|couple of|lot|lots|slots|minutes of|moment|some|pretty|since|schedule wise|calendar wise|calendar|diary|schedule permitting|end|my end|side|location|office|place|cafe|lobby|downtown|room|dial|number|link|invite|invitation|details|send|let|know|keep|hold|reserve|works with|either way|anyway|in fact|to be honest|at your convenience|convenience|forward|looking|seeing|speaking|talking|meeting you|to meet|to talk|to chat|to speak|to call|to discuss|come|coming|join|joining|visit|drop|stop|swing|fit you|fit|squeeze|squeeze you|you in|in|on my side|from my side|on my end|from my end|thing|things|way|case|bit|little|tad|slightly|touch|exactly|precisely|only|already|currently|right now|same|different|another|other|more|most|than|less|even|ever|ought|going to|gonna|plan|planning|plans|as planned|as agreed|as discussed|as proposed|as suggested|as offered|so`,
    other:
      'has been rescheduled|have been rescheduled|has been moved|is scheduled|are scheduled|was scheduled|starts at|start at|lasts|last until|meeting starts|ends at|took place|pleasure meeting|nice meeting|great meeting|good meeting|enjoyed|met|deadline|due|launch|release|published|since last|the game|the conference|the webinar|the event|the party|kick off|kickoff|anniversary|birthday|born|founded|graduated|moved to|started|joined|worked|began|attended|opens at|closes at|read your|saw your|arrived|landed',
    busy: 'is when|have a meeting|have another meeting|have meetings|have a call|have another call|have a prior|have an appointment|have class|have a class|have classes|have a conflict|have another commitment|have a flight|have to be|have a deadline|have to leave|have to go|have something|have plans|have other plans|have lunch|have the|am teaching|teach|in a meeting|have my|got a meeting|already have|have a doctor|have a dentist|had a dentist|had a meeting|have back to back|have a prior engagement|have a prior commitment|have court',
    ask: `when are you|when would you|when works|when is|when's|when can you|when could you|when do you|when suits|when would|when will you|what works|what would work|what time|what times|which time|which times|which day|which days|which of|what day|what days|what date|what dates|what other times|what other days|what suits|what is your availability|what's your availability|what does your|how does your|how is your|let me know when|let me know what works|let me know your availability|let me know a time|let me know some times|let me know what times|let me know which|let me know a few times|tell me when|send me some times|send some times|send me a few times|send a few times|send me your availability|send your availability|send over some times|send me times|suggest a time|suggest some times|suggest times|suggest a few|propose a time|propose some times|propose times|propose a few|share your availability|share some times|share a few times|other times|other options|other dates|another time that|more options|any other times|any other options|any other dates|other slots|other availability|some times|few times|any slots|do you have anything|do you have any|have anything|have you got anything|got anything|when you are|when you're|when it suits|whenever you|name a time|give me some times|give me a few|offer some|offer other|offer more`,
    detail:
      "what number|which number|where|how long|who will|who else|what should|is this zoom|zoom or|teams or|phone or|or phone|video or|or video|what platform|which platform|what link|what is the agenda|what would you like|what do you|agenda|do you need|should i|should we|will you call|who calls|will you send|could you send|can you send|what is the|what's the|dial in|is it",
    defer:
      "get back to you|be in touch|let you know|revert|check my calendar|check my diary|check my schedule|check with|look at my calendar|look at my schedule|look at my diary|come back to you|follow up|circle back|touch base later|ping me|try me|ask me again|ask again|check back|later in the year|later this year|next quarter|next year|write again|write to me again|contact me again|contact me in|reach out again|bear with me|give me a few days|not right now|after the holidays|check and|i'll check|let me see|let me look|will look|need to look|as soon as i know|once i know|when i know|when things|things calm|things settle|busy season|too busy right now|reach back out|come back to me|write me again|try again",
    assistant:
      'assistant|assistants|secretary|pa|ea|executive assistant|scheduler|my office|my colleague|my admin|admin|manages my calendar|manages my diary|manages my schedule|handles my calendar|handles my schedule|handles my diary|keeps my calendar|keeps my diary|runs my calendar|runs my diary|looks after my calendar|looks after my diary|looks after my schedule|in charge of my calendar|calendar manager|chief of staff|takes care of my calendar|organises my diary|organizes my calendar|does my scheduling|handles scheduling|handles my scheduling|my team',
    handover:
      "copying|copied|cc|cc'ing|ccing|cc'd|ccd|looping|looping in|looped|adding|added|cc ing|including|in copy|on copy|in cc|on cc|i've copied|plussing|please contact|please call|please email|please write|please check with|check with|please coordinate|coordinate with|liaise with|get in touch with|reach out to|work with|arrange with|organise with|organize with|arrange it with|set it up with|schedule with|speak to|talk to my|contact my|call my|email my|over to|ask my|please ask|please speak",
    arranges:
      "will schedule|will set up|will arrange|will find|will coordinate|will be in touch|will contact|will email|will call|will reach out|will send you|will get in touch|will organise|will organize|will help|can help|may email|may contact|may call|can find|can set|can arrange|can schedule|she'll find|he'll find|she'll set|he'll set|she'll get|he'll get|she'll be|he'll be|she'll send|he'll send|they'll find|they'll set|to set up|to find a time|to schedule|to arrange|to coordinate|for rescheduling|to set-up|for scheduling|for my availability|about my availability|for my calendar|would be the best person|is the best person|will sort|call to set|who can|who will|will handle|can coordinate|will propose|will suggest|will offer|will follow up|will reply|will take",
    someone: 'she|he|they|who|whose',
    cancel:
      "cancel|cancelling|canceling|cancelled|call off|call it off|called off|drop this|drop it|scrap|no longer able|no longer interested|no longer available|no longer need|forget it|left the company|leaving the company|not go ahead|not going ahead|won't be going ahead|have to withdraw|withdraw|call this off|skip this|skip it|bow out|pull out",
    move: "reschedule|rescheduling|rescheduled|re-schedule|postpone|postponing|move our|move the|move it|move that|move this|move to|move|push|push our|push the|push it|shift|shift it|change the time|change our|change the|change meeting|change it|another time|another day|rearrange|re-arrange|rain check|raincheck|something came up|something has come up|something's come up|come up|switch|switch to|swap|put off|different time|different day|find a new time|new time|bump|delay|bring forward",
    confirm:
      "confirmed|confirming|confirm|i confirm|see you|see you then|talk then|speak then|still on|all set|looking forward|look forward|good to go|we're on|we are on|it's in my calendar|in my calendar|accepted|got it|will be there|i'll be there|be there|invitation accepted|received the invite|got the invite|got your invite|received your invite|just confirming|reconfirming|works|perfect|great|talk to you|speak to you",
    wholly: 'anything but',
  },
};
