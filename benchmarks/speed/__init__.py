"""How fast newsmodel is, beside the limits of each work and beside other libraries: `make bench`, or `make bench-quick`.

`articles` makes the documents, `contest` says what a row of the table and a contender are, `contenders` has a module for each library,
`rounds` holds the clock, `report` and `chart` show what came out. Rows that no clock inside one process can measure are in `memory`,
`growth` and `processes`. To add a library, add a function to `contenders`, see there.
"""
