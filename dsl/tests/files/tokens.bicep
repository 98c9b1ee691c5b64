@description('What tokens are made of.')
@secure()
param seed string

@description('The token.')
@secure()
output token string = '${seed}-token'

@description('Names of what it opens.')
output names string[] = [resourceGroup().name]

@description('How much it opens.')
output count int = length(resourceGroup().name)

@description('Whether it opens anything.')
output opens bool = !empty(resourceGroup().name)
