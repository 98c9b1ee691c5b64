targetScope = 'subscription'

@description('One that goes by two names.')
type leaf = {
  @description('What it is called.')
  name: string

  @description('How large it is.')
  size: int?
}

@description('The same.')
type sheet = leaf

@description('A part of another type.')
type size = leaf.name

@description('One that has a name of what the tool declares itself.')
type leafView = {
  @description('Where from.')
  from: string
}

@description('One that has another such name.')
type Outputs = {
  @description('Whether.')
  new: bool
}

@description('One that has itself in it.')
type tree = {
  @description('What it says.')
  value: string

  @description('What is below it.')
  next: tree?
}

@description('A box of secrets.')
@secure()
type secretBox = {
  @description('Its key.')
  key: string
}

@description('One of several.')
@discriminator('kind')
type figure =
  | {
    @description('What it is.')
    kind: 'circle'

    @description('Its radius.')
    radius: int
  }
  | {
    @description('What it is.')
    kind: 'two-squares'

    @description('Its side.')
    side: int
  }

@description('See [leaf] and <b>, at https://example.com/a_b. */ More.')
param page sheet

@description('A `[code]` of "one" \\ {brace}.')
param part size

@description('''
A lone ` mark.
And more.
''')
param shape figure

@description('All the way down.')
param trunk tree

@description('Two things.')
param pair [string, int]

@description('Any names.')
param map {
  @description('Of any name.')
  *: string
}

@description('One name and others.')
param tags {
  @description('Where.')
  env: string

  @description('Of another name.')
  *: string
} = { env: 'dev' }

@description('Several of few.')
param colors ('red' | 'dark-red' | 'dark_red')[]

@description('Few numbers.')
param numbers 1 | 2

@description('Nested ones.')
param nested {
  @description('Inside.')
  inner: {
    @description('The last one.')
    deep: string
  }?
}

@description('Of the same name as what the tool declares.')
param view leafView?

@description('Of the same name, too.')
param outs Outputs = { new: true }

@description('A secret.')
@secure()
param secret string

@description('A secret one.')
param secrets secretBox?

@description('One of few.')
@allowed(['*', '', 'Self'])
param few string = '*'

@description('By another one.')
param later string = '${few}-later'

@description('A keyword.')
param type string = few

@description('One that has no raw form.')
param self string = few

@description('Digits.')
param _1 string = few

@description('No letters.')
param _ string = few

@description('One letter.')
param a string = few

@description('A method of calls.')
param add_in string = few

@description('Another one.')
param comment string = few

@description('A name.')
param oneName string = few

@description('Nearly the same name.')
param one_name string = few

@description('All that is given.')
output all string = join(
  [
    page.name
    part
    shape.kind
    trunk.value
    pair[0]
    string(map)
    tags.env
    colors[0]
    string(numbers)
    string(nested)
    string(view)
    string(outs)
    later
    type
    self
    _1
    _
    a
    add_in
    comment
    oneName
    one_name
  ],
  ','
)

@description('Perhaps nothing.')
output maybe string? = view.?from

@description('Perhaps no object.')
output maybeView leafView? = view

@description('Several.')
output sheets sheet[] = [page]

@description('A tree.')
output node tree = trunk

@description('One of several.')
output few 'red' | 'dark-red' | 'dark_red' = colors[0]

@description('A secret.')
@secure()
output hidden string = secrets.?key ?? secret
