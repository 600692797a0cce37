### The schools side by side, and the yearly report. English.

figures-title = The schools over time
figures-lead = These are the schools side by side, over the last twelve months.
figures-kept-of-ten = { $kept } of ten promises were kept.
figures-few = Numbers below five are shown as "fewer than 5", and others are rounded to the nearest five. So nobody can guess whom the numbers are about.
figures-open_cases = Open cases
figures-opened = New cases
figures-kept = Promises kept
figures-broken = Promises broken
figures-days_to_meeting = Days to the first meeting
figures-evaluated = Plans evaluated
figures-unknown = too few to say
figures-picture = { $what } at { $school }, month by month. The numbers are in the table below.
figures-month = Month
figures-csv = Download as a spreadsheet (CSV)
figures-report = Yearly report for { $year }
figures-link = The schools over time
figures-empty = The numbers will stand here when the schools have been put in.
report-title = Yearly report { $year }
report-lead = The numbers are for all schools of the municipality this year.
report-too-few = There are too few promises to say how many were kept.
report-how = A promise is a deadline or a time that somebody has promised. It is kept when it was done in time. The targets are the municipality's own; the law sets no such deadlines.
report-back = To the numbers month by month
